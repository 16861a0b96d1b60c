using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Telemetry;

/// <summary>
/// The client's metrics and traces. Requests are named by their routes, which have placeholders for ids and tokens.
/// Costs next to nothing while nobody listens. Thread-safe.
/// </summary>
public sealed class DiscordClientMetrics : IDisposable
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "PolicyBot.Discord.Client";

    private const string MethodTag = "http.request.method";
    private const string RouteTag = "url.template";
    private const string StatusTag = "http.response.status_code";
    private const string ErrorTag = "error.type";

    // Seconds.
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private readonly ActivitySource _source = new(Name);
    private readonly Histogram<double> _requests;
    private readonly Histogram<double> _waits;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">Creates the meter.</param>
    /// <param name="gateway">The state of the shards.</param>
    public DiscordClientMetrics(IMeterFactory meters, GatewayStatus gateway)
    {
        ArgumentNullException.ThrowIfNull(meters);
        ArgumentNullException.ThrowIfNull(gateway);
        var meter = meters.Create(Name);
        meter.CreateObservableGauge(
            "discord.gateway.connected",
            () => gateway.Shards.Select(s => new Measurement<int>(
                s.Value == ShardState.Connected ? 1 : 0, KeyValuePair.Create("discord.shard", (object?)s.Key))),
            description: "Whether a shard has a session on the gateway: 1 or 0.");
        var reconnects = meter.CreateCounter<long>(
            "discord.gateway.reconnects", "{reconnect}", "How often a shard got a new connection after it lost one.");
        gateway.Reconnected += () => reconnects.Add(1);
        _requests = meter.CreateHistogram<double>(
            "discord.rest.request.duration", "s", "How long attempts to send a request took.", tags: null, Durations);
        _waits = meter.CreateHistogram<double>(
            "discord.rest.rate_limit.wait", "s", "How long requests waited for a rate limit.", tags: null, Durations);
    }

    /// <summary>Starts to trace an attempt to send a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="route">The path with placeholders.</param>
    /// <returns>Null if nobody listens.</returns>
    public Activity? StartRequest(string method, string route)
    {
        if (!_source.HasListeners()) return null;
        var activity = _source.StartActivity($"{method} {route}", ActivityKind.Client);
        return activity?.SetTag(MethodTag, method).SetTag(RouteTag, route);
    }

    /// <summary>Records an attempt to send a request.</summary>
    /// <param name="activity">What <see cref="StartRequest"/> returned.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="route">The path with placeholders.</param>
    /// <param name="status">The response's status, or null if there was no response.</param>
    /// <param name="duration">How long it took.</param>
    public void RecordRequest(Activity? activity, string method, string route, int? status, TimeSpan duration)
    {
        if (status is { } code) activity?.SetTag(StatusTag, code);
        if (status is not < 400)
        {
            activity?.SetTag(ErrorTag, status?.ToString(CultureInfo.InvariantCulture) ?? "no_response")
                .SetStatus(ActivityStatusCode.Error);
        }

        if (!_requests.Enabled) return;
        var tags = new TagList { { MethodTag, method }, { RouteTag, route } };
        if (status is { } known) tags.Add(StatusTag, known);
        else tags.Add(ErrorTag, "no_response");
        _requests.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Records that a request waited for a rate limit.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="route">The path with placeholders.</param>
    /// <param name="duration">How long.</param>
    public void RecordWait(string method, string route, TimeSpan duration)
    {
        if (_waits.Enabled)
            _waits.Record(duration.TotalSeconds, new TagList { { MethodTag, method }, { RouteTag, route } });
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
