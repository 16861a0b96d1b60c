using System.Diagnostics.Metrics;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Telemetry;

/// <summary>
/// Counts questions and daily posts, and measures the sentence encoder, without texts and ids. Costs next to nothing
/// while nobody listens. Thread-safe.
/// </summary>
public sealed class ChatMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "PolicyBot.Chat";

    // Seconds.
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    };

    private readonly AnswerQueue _queue;
    private readonly Counter<long> _questions;
    private readonly Counter<long> _postsDue;
    private readonly Counter<long> _posts;
    private readonly Histogram<double> _encoder;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">Creates the meter.</param>
    /// <param name="queue">The questions that need the sentence encoder.</param>
    public ChatMetrics(IMeterFactory meters, AnswerQueue queue)
    {
        ArgumentNullException.ThrowIfNull(meters);
        ArgumentNullException.ThrowIfNull(queue);
        _queue = queue;
        var meter = meters.Create(Name);
        _questions = meter.CreateCounter<long>("policybot.questions", "{question}", "Questions by outcome.");
        _postsDue = meter.CreateCounter<long>(
            "policybot.daily_posts.due", "{post}", "Attempts to deliver daily posts that are due.");
        _posts = meter.CreateCounter<long>(
            "policybot.daily_posts", "{post}", "Results of attempts to deliver daily posts.");
        _encoder = meter.CreateHistogram<double>(
            "policybot.encoder.duration",
            "s",
            "How long questions took that needed the sentence encoder.",
            tags: null,
            Durations);
        meter.CreateObservableGauge(
            "policybot.encoder.queue", () => queue.Waiting, "{question}", "Questions that wait for the encoder.");
        queue.Computed += RecordComputation;
    }

    /// <summary>Counts a question.</summary>
    /// <param name="outcome">How it was answered.</param>
    public void AddQuestion(UsageKind outcome)
    {
        if (_questions.Enabled) _questions.Add(1, KeyValuePair.Create("policybot.outcome", (object?)Format(outcome)));
    }

    /// <summary>Counts daily posts that are due.</summary>
    public void AddDuePosts(int count) => _postsDue.Add(count);

    /// <summary>Counts the result of an attempt to deliver a daily post.</summary>
    /// <param name="result">The result, one of a few words.</param>
    public void AddPost(string result) =>
        _posts.Add(1, KeyValuePair.Create("policybot.result", (object?)result));

    /// <inheritdoc/>
    public void Dispose() => _queue.Computed -= RecordComputation;

    private static string Format(UsageKind outcome) => outcome switch
    {
        UsageKind.Answered => "answered",
        UsageKind.Offered => "offered",
        UsageKind.NotInArticle => "not_in_article",
        UsageKind.NoPreparedAnswer => "no_prepared_answer",
        UsageKind.NotUnderstood => "not_understood",
        UsageKind.Picked => "picked",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It isn't the outcome of a question."),
    };

    private void RecordComputation(TimeSpan duration) => _encoder.Record(duration.TotalSeconds);
}
