using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// Delivers posts exactly once. It claims the day, with the post's content, before it sends the post; every later
/// attempt first looks whether an earlier one succeeded; and the result is recorded together with when the next post is
/// due.
/// </summary>
/// <param name="subscriptions">The subscriptions.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="channels">The platform's channels.</param>
/// <param name="composer">Composes the posts.</param>
/// <param name="options">The settings.</param>
public sealed class DailyPostSender(
    ISubscriptionStore subscriptions,
    IDeliveryLedger ledger,
    IDailyChannels channels,
    DailyPostComposer composer,
    DailyOptions options)
{
    // Longer than an attempt can take.
    private static readonly Duration Lease = Duration.FromMinutes(2);

    // A post this late is sent after an outage, perhaps with an older copy of the database. Platforms remember nonces
    // for longer.
    private static readonly Duration SearchFirstAfter = Duration.FromMinutes(4);

    // How wrong a clock may have been. Longer than a lease.
    private static readonly Duration ClockError = Duration.FromHours(6);

    // After an outage, older days get no entry in the ledger.
    private static readonly Duration LongestRecordedOutage = Duration.FromDays(7);

    /// <summary>Delivers a post that is due.</summary>
    /// <param name="subscription">The subscription; its next post must be due.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">
    /// The cancellation token. After a cancellation, the next attempt continues where this one stopped.
    /// </param>
    /// <exception cref="StoreUnavailableException">
    /// The store can't be reached. If the post was sent, the next attempt will find it.
    /// </exception>
    /// <exception cref="ArticleUnavailableException">The article is loading, missing or invalid.</exception>
    public async Task<DeliveryResult> DeliverAsync(
        Subscription subscription, Instant now, CancellationToken cancellationToken)
    {
        var day = subscription.NextDay;
        var after = Instant.Max(subscription.NextDue, now - LongestRecordedOutage);
        var attempt = new DeliveryAttempt
        {
            Subscription = subscription,
            Day = day,
            Owner = Guid.NewGuid().ToString("N"),
            Now = now,
            NextDue = Schedule.GetNextDue(after, subscription.Time, subscription.TimeZone, day),
            Lease = Lease,
        };
        var history = await composer.ReadHistoryAsync(subscription, cancellationToken);
        var entry = history.Ledger.FirstOrDefault(e => e.Day == day);
        var window = Duration.FromTimeSpan(options.CatchUpWindow);
        if (subscription.SkipsNext)
            return await SkipAsync(attempt, entry, LedgerEntry.SkippedByModerator, cancellationToken);
        return now - subscription.NextDue > window
            ? await SkipAsync(attempt, entry, DailyTexts.TooLate(window, entry?.Note), cancellationToken)
            : await SendAsync(attempt, entry, history, cancellationToken);
    }

    // A channel's id has at most 20 digits, and the day since 1970 has five.
    private static string GetNonce(DeliveryAttempt attempt) =>
        $"{attempt.Channel}{Period.DaysBetween(new LocalDate(1970, 1, 1), attempt.Day)}";

    // Another pause has another nonce, even on the same day.
    private static string GetNoticeNonce(DeliveryAttempt attempt) =>
        $"{attempt.Now.ToUnixTimeSeconds() % 100_000:00000}{attempt.Channel}";

    private async Task<DeliveryResult> SendAsync(
        DeliveryAttempt attempt, LedgerEntry? entry, ChannelHistory history, CancellationToken cancellationToken)
    {
        var subscription = attempt.Subscription;
        var composed = await composer.ComposeAsync(subscription, history, attempt.Now, cancellationToken);
        if (await ledger.ClaimAsync(attempt, entry?.Attempts ?? 0, composed, cancellationToken) is not { } post)
        {
            // The day may be done without the next one being set, such as when the clock was set back.
            if (entry is { State: not LedgerState.Claimed }) await MoveOnAsync(attempt, cancellationToken);
            return new DeliveryResult.ClaimedElsewhere();
        }

        if (entry is not null || attempt.Now - subscription.NextDue > SearchFirstAfter)
        {
            var result = await LookAsync(attempt, post.ComposedAt, entry?.At ?? attempt.Now, cancellationToken);
            if (result is not null) return result;

            // Looking can take long, and moderators may have changed the subscription since.
            var current = await subscriptions.FindAsync(attempt.Channel, cancellationToken);
            if (current?.Paused != subscription.Paused || current?.SkipsNext != subscription.SkipsNext)
            {
                await ReleaseAsync(attempt, DailyTexts.SubscriptionChanged, Duration.Zero, cancellationToken);
                return new DeliveryResult.ClaimedElsewhere();
            }
        }

        var reply = DailyPostReply.Create(post, attempt.Day, attempt.Channel);
        var sent = await channels.PostAsync(
            subscription.Server, attempt.Channel, reply, GetNonce(attempt), cancellationToken);
        return sent switch
        {
            SendPostResult.Posted(var message) => await MarkPostedAsync(attempt, message, cancellationToken),
            SendPostResult.Failed({ RetryAfter: { } delay } failure) =>
                await RetryAsync(attempt, post, failure, delay, cancellationToken),
            SendPostResult.Failed(var failure) => await PauseAsync(attempt, failure, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown kind of result: {sent.GetType().Name}."),
        };
    }

    // A claimed day may have its post, without a record of it.
    private async Task<DeliveryResult> SkipAsync(
        DeliveryAttempt attempt, LedgerEntry? entry, string note, CancellationToken cancellationToken)
    {
        if (entry is { State: LedgerState.Claimed, Post: { } post })
        {
            // The claim also keeps the post from being due again while the bot looks for it.
            if (await ledger.ClaimAsync(attempt, entry.Attempts, post, cancellationToken) is null)
                return new DeliveryResult.ClaimedElsewhere();
            if (await LookAsync(attempt, post.ComposedAt, entry.At, cancellationToken) is { } result) return result;
        }

        return await ledger.MarkSkippedAsync(attempt, note, cancellationToken)
            ? new DeliveryResult.Skipped(note, attempt.NextDue)
            : new DeliveryResult.ClaimedElsewhere();
    }

    // Looks whether an earlier attempt succeeded; null if it didn't. Looks through all of the day, because the clock
    // may have been set since that attempt.
    private async Task<DeliveryResult?> LookAsync(
        DeliveryAttempt attempt, Instant? firstAttempt, Instant lastAttempt, CancellationToken cancellationToken)
    {
        var subscription = attempt.Subscription;
        var start = subscription.TimeZone.AtStartOfDay(attempt.Day).ToInstant();
        var earliest = Instant.Min(firstAttempt ?? start, start) - ClockError;
        var found = await channels.FindAsync(
            subscription.Server,
            attempt.Channel,
            DailyPostReply.FormatMark(attempt.Day),
            earliest,
            lastAttempt + ClockError,
            cancellationToken);
        switch (found)
        {
            case FindPostResult.Found(var message):
                return await MarkPostedAsync(attempt, message, cancellationToken);
            case FindPostResult.Failed({ RetryAfter: { } delay } failure):
                await ReleaseAsync(attempt, failure.Reason, delay, cancellationToken);
                return new DeliveryResult.Retrying(attempt.Now + delay, failure);
            case FindPostResult.Failed(var failure):
                return await PauseAsync(attempt, failure, cancellationToken);
            default:
                return null;
        }
    }

    private async Task<DeliveryResult> MarkPostedAsync(
        DeliveryAttempt attempt, string message, CancellationToken cancellationToken)
    {
        await ledger.MarkPostedAsync(attempt, message, cancellationToken);
        return new DeliveryResult.Posted(message, attempt.NextDue);
    }

    // If the claim was lost, an instance whose clock is ahead may have looked for the post just before it arrived, and
    // have skipped the day or be about to. The day is open again until somebody has looked once more.
    private async Task<DeliveryResult> RetryAsync(
        DeliveryAttempt attempt,
        DailyPost post,
        ChannelFailure failure,
        Duration delay,
        CancellationToken cancellationToken)
    {
        if (await ReleaseAsync(attempt, failure.Reason, delay, cancellationToken))
            return new DeliveryResult.Retrying(attempt.Now + delay, failure);
        await ledger.ReopenAsync(attempt, attempt.Now + delay, cancellationToken);
        return await LookAsync(attempt, post.ComposedAt, attempt.Now, cancellationToken)
            ?? new DeliveryResult.Retrying(attempt.Now + delay, failure);
    }

    private async Task<DeliveryResult> PauseAsync(
        DeliveryAttempt attempt, ChannelFailure failure, CancellationToken cancellationToken)
    {
        var subscription = attempt.Subscription;
        await ReleaseAsync(attempt, failure.Reason, Duration.Zero, cancellationToken);
        var before = await subscriptions.UpdateAsync(
            attempt.Channel, s => s with { Paused = s.Paused ?? failure.Reason }, cancellationToken);

        // Only the instance that pauses it sends the notice.
        if (before is { Paused: null })
        {
            var notice = DailyTexts.CreatePauseNotice(subscription, failure);
            await channels.NotifyAsync(
                subscription.Server, subscription.SetBy, notice, GetNoticeNonce(attempt), cancellationToken);
        }

        return new DeliveryResult.Paused(failure);
    }

    private Task<bool> ReleaseAsync(
        DeliveryAttempt attempt, string note, Duration delay, CancellationToken cancellationToken) =>
        ledger.ReleaseAsync(attempt, note, attempt.Now + delay, cancellationToken);

    private Task<Subscription?> MoveOnAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
        subscriptions.UpdateAsync(
            attempt.Channel,
            s => s == attempt.Subscription ? s with { NextDue = attempt.NextDue } : s,
            cancellationToken);
}
