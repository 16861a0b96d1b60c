using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Telemetry;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>Sends the posts that are due in all channels, and returns when to look again.</summary>
/// <param name="subscriptions">The subscriptions.</param>
/// <param name="sender">Sends one post.</param>
/// <param name="corrector">Corrects due times that can't be right.</param>
/// <param name="metrics">Counts the posts.</param>
/// <param name="logger">The log.</param>
public sealed partial class DailyPostScheduler(
    ISubscriptionStore subscriptions,
    DailyPostSender sender,
    DueTimeCorrector corrector,
    ChatMetrics metrics,
    ILogger<DailyPostScheduler> logger)
{
    private const int MaxParallel = 16;
    private const int BatchSize = 1000;

    // Other instances may change what is due, and clocks differ.
    private static readonly Duration LongestWait = Duration.FromMinutes(1);
    private static readonly Duration ShortestWait = Duration.FromMilliseconds(800);
    private static readonly Duration ShortRound = Duration.FromSeconds(10);

    // A round may begin up to a minute after a post is due.
    private static readonly Duration CountAsLateAfter = Duration.FromMinutes(2);

    // A post that failed before anything was recorded would fail again at once.
    private static readonly Duration RetryAfter = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Instant> _failed = new(StringComparer.Ordinal);

    /// <summary>Raised when a post may be due earlier than expected.</summary>
    public event Action? Changed;

    /// <summary>Sends what is due, and logs the results.</summary>
    /// <param name="clock">The clock. A round with many posts can take minutes.</param>
    /// <param name="cancellationToken">
    /// The cancellation token. After a cancellation, the next round continues where this one stopped.
    /// </param>
    /// <returns>How long to wait until the next round; at most a minute.</returns>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<Duration> SendDueAsync(IClock clock, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (channel, _) in _failed.Where(f => !IsRecent(f.Value, now))) _failed.TryRemove(channel, out _);

        // Failed ones are due too, but must not keep others out of the batch.
        var max = BatchSize + _failed.Count;
        var read = await subscriptions.ReadDueAsync(now, DueTimeCorrector.GetLatest(now), max, cancellationToken);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = MaxParallel,
            CancellationToken = cancellationToken
        };
        var ready = read.Due.Where(s => !_failed.ContainsKey(s.Channel)).ToList();
        metrics.AddDuePosts(ready.Count);
        var due = new ConcurrentQueue<Instant?>([read.NextDue]);
        await Parallel.ForEachAsync(
            ready,
            options,
            async (subscription, stopping) => due.Enqueue(await DeliverAsync(subscription, GetTime, stopping)));
        if (read.Due.Count == max || await corrector.CorrectAsync(read.TooLate, now, cancellationToken))
            return ShortestWait;
        var next = due.Concat(_failed.Values.Select(f => (Instant?)(f + RetryAfter))).Min();
        return next is { } at ? Duration.Max(ShortestWait, Duration.Min(at - GetTime(), LongestWait)) : LongestWait;

        // In a long round, every post counts its lease from when its own delivery begins.
        Instant GetTime()
        {
            var time = clock.GetCurrentInstant();
            return time - now < ShortRound ? now : time;
        }
    }

    /// <summary>Reports that a subscription has changed.</summary>
    internal void NotifyChanged() => Changed?.Invoke();

    // If the clock was set back, it isn't known how long ago it failed.
    private static bool IsRecent(Instant failure, Instant now) => now >= failure && now - failure < RetryAfter;

    // Returns when the channel is due again; null if a moderator must act first, or if the post failed, which is
    // remembered.
    private async Task<Instant?> DeliverAsync(
        Subscription subscription, Func<Instant> getTime, CancellationToken cancellationToken)
    {
        var channel = subscription.Channel;
        var now = getTime();
        var isLate = now - subscription.NextDue > CountAsLateAfter;
        try
        {
            var result = await sender.DeliverAsync(subscription, now, cancellationToken);
            metrics.AddPost(GetName(result, isLate));
            if (Describe(result) is { } description) Log.Result(logger, channel, description);
            return GetNextDue(result, now);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The boundary of one post: its failure must not stop the others.
            _failed[channel] = getTime();
            metrics.AddPost("failed");
            if (e is StoreUnavailableException) Log.NotRecorded(logger, channel, e.Message);
            else Log.Failed(logger, channel, e);
            return null;
        }
    }

    private static Instant? GetNextDue(DeliveryResult result, Instant now) => result switch
    {
        DeliveryResult.Posted(_, var at) => at,
        DeliveryResult.Skipped(_, var at) => at,
        DeliveryResult.Retrying(var at, _) => at,
        DeliveryResult.Paused => null,
        // The next round reads how long another instance's claim lasts.
        _ => now,
    };

    private static string GetName(DeliveryResult result, bool isLate) => result switch
    {
        DeliveryResult.Posted => isLate ? "sent_late" : "sent",
        DeliveryResult.Skipped => "skipped",
        DeliveryResult.Paused => "paused",
        DeliveryResult.Retrying => "retrying",
        DeliveryResult.ClaimedElsewhere => "claimed_elsewhere",
        _ => throw new InvalidOperationException($"Unknown kind of result: {result.GetType().Name}."),
    };

    private static string? Describe(DeliveryResult result) => result switch
    {
        DeliveryResult.Posted(var message, _) => $"posted as message {message}.",
        DeliveryResult.Skipped(var note, _) => $"skipped: {note}",
        DeliveryResult.Paused(var failure) => $"paused: {failure.Reason}",
        DeliveryResult.Retrying(var at, var failure) =>
            $"probably not posted; will retry at {at}: {failure.Reason}",
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(5101, LogLevel.Information, "Daily post in channel {Channel} {Result}")]
        public static partial void Result(ILogger logger, string channel, string result);

        [LoggerMessage(
            5102,
            LogLevel.Warning,
            "Failed to record the result of the daily post in channel {Channel}; will look for it before sending it "
            + "again: {Reason}")]
        public static partial void NotRecorded(ILogger logger, string channel, string reason);

        [LoggerMessage(
            5103, LogLevel.Error, "Failed to send the daily post in channel {Channel}; will retry in a minute.")]
        public static partial void Failed(ILogger logger, string channel, Exception exception);
    }
}
