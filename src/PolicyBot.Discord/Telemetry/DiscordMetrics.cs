using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PolicyBot.Discord.Telemetry;

/// <summary>
/// How long users wait, as metrics and traces, without texts and ids. Costs next to nothing while nobody listens.
/// Thread-safe.
/// </summary>
public sealed class DiscordMetrics : IDisposable
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "PolicyBot.Discord";

    private const string CommandTag = "policybot.command";
    private const string EventTag = "policybot.event";

    // Seconds.
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 10, 30],
    };

    private readonly TimeProvider _time;
    private readonly ActivitySource _source = new(Name);
    private readonly Histogram<double> _responses;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">Creates the meter.</param>
    /// <param name="time">The clock.</param>
    public DiscordMetrics(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _time = time;
        _responses = meters.Create(Name).CreateHistogram<double>(
            "policybot.response.duration",
            "s",
            "The time from Discord's event to the end of sending the reply.",
            tags: null,
            Durations);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    /// <summary>Starts to measure a command, a button, a menu or a submitted form.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="receivedAt">When the event arrived, a timestamp.</param>
    internal MeasuredEvent StartInteraction(string command, long receivedAt) =>
        Start("interaction", command, receivedAt);

    /// <summary>Starts to measure a mention, a reply or a direct message.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="receivedAt">When the event arrived, a timestamp.</param>
    internal MeasuredEvent StartMessage(string command, long receivedAt) => Start("message", command, receivedAt);

    /// <summary>Records that an event was handled.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="receivedAt">When the event arrived, a timestamp.</param>
    /// <param name="isSent">Whether the reply was sent.</param>
    internal void Record(string name, string command, long receivedAt, bool isSent)
    {
        if (!_responses.Enabled) return;
        var tags = new TagList { { EventTag, name }, { CommandTag, command } };
        if (!isSent) tags.Add("error.type", "not_sent");
        _responses.Record(_time.GetElapsedTime(receivedAt).TotalSeconds, tags);
    }

    private MeasuredEvent Start(string name, string command, long receivedAt)
    {
        var activity = _source.StartActivity(name, ActivityKind.Server)?.SetTag(CommandTag, command);
        return new MeasuredEvent(this, activity, name, command, receivedAt);
    }
}
