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
    private static readonly Duration Late = Duration.FromMinutes(4);

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
        var delivery = new Delivery(
            subscription,
            day,
            now,
            Schedule.GetNextDue(after, subscription.Time, subscription.TimeZone, day),
            Guid.NewGuid().ToString("N"));
        var history = await composer.ReadHistoryAsync(subscription, cancellationToken);
        var entry = history.Ledger.FirstOrDefault(e => e.Day == day);
        var window = Duration.FromTimeSpan(options.CatchUpWindow);
        if (subscription.SkipsNext) return await SkipAsync(delivery, entry, DailyTexts.Skipped, cancellationToken);
        return now - subscription.NextDue > window
            ? await SkipAsync(delivery, entry, DailyTexts.TooLate(window, entry?.Note), cancellationToken)
            : await SendAsync(delivery, entry, history, cancellationToken);
    }

    // A channel's id has at most 20 digits, and the day since 1970 has five.
    private static string GetNonce(Delivery delivery) =>
        $"{delivery.Channel}{Period.DaysBetween(new LocalDate(1970, 1, 1), delivery.Day)}";

    // Another pause has another nonce, even on the same day.
    private static string GetNoticeNonce(Delivery delivery) =>
        $"{delivery.Now.ToUnixTimeSeconds() % 100_000:00000}{delivery.Channel}";

    private async Task<DeliveryResult> SendAsync(
        Delivery delivery, LedgerEntry? entry, ChannelHistory history, CancellationToken cancellationToken)
    {
        var subscription = delivery.Subscription;
        var composed = await composer.ComposeAsync(subscription, history, delivery.Now, cancellationToken);
        if (await ClaimAsync(delivery, entry?.Attempts ?? 0, composed, cancellationToken) is not { } post)
        {
            // The day may be done without the next one being set, such as when the clock was set back.
            if (entry is { State: not LedgerState.Claimed }) await MoveOnAsync(delivery, cancellationToken);
            return new DeliveryResult.ClaimedElsewhere();
        }

        if (entry is not null || delivery.Now - subscription.NextDue > Late)
        {
            var result = await LookAsync(delivery, post.ComposedAt, entry?.At ?? delivery.Now, cancellationToken);
            if (result is not null) return result;

            // Looking can take long, and moderators may have changed the subscription since.
            var current = await subscriptions.FindAsync(delivery.Channel, cancellationToken);
            if (current?.Paused != subscription.Paused || current?.SkipsNext != subscription.SkipsNext)
            {
                await ReleaseAsync(delivery, DailyTexts.SubscriptionChanged, Duration.Zero, cancellationToken);
                return new DeliveryResult.ClaimedElsewhere();
            }
        }

        var reply = DailyPostReply.Create(post, delivery.Day, delivery.Channel);
        var sent = await channels.PostAsync(
            subscription.Server, delivery.Channel, reply, GetNonce(delivery), cancellationToken);
        return sent switch
        {
            SendPostResult.Posted(var message) => await MarkPostedAsync(delivery, message, cancellationToken),
            SendPostResult.Failed({ RetryAfter: { } delay } failure) =>
                await RetryAsync(delivery, post, failure, delay, cancellationToken),
            SendPostResult.Failed(var failure) => await PauseAsync(delivery, failure, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown kind of result: {sent.GetType().Name}."),
        };
    }

    // A claimed day may have its post, without a record of it.
    private async Task<DeliveryResult> SkipAsync(
        Delivery delivery, LedgerEntry? entry, string note, CancellationToken cancellationToken)
    {
        if (entry is { State: LedgerState.Claimed, Post: { } post })
        {
            // The claim also keeps the post from being due again while the bot looks for it.
            if (await ClaimAsync(delivery, entry.Attempts, post, cancellationToken) is null)
                return new DeliveryResult.ClaimedElsewhere();
            if (await LookAsync(delivery, post.ComposedAt, entry.At, cancellationToken) is { } result) return result;
        }

        var isSkipped = await ledger.MarkSkippedAsync(
            delivery.Subscription,
            delivery.Day,
            delivery.Owner,
            note,
            delivery.Now,
            delivery.NextDue,
            cancellationToken);
        return isSkipped
            ? new DeliveryResult.Skipped(note, delivery.NextDue)
            : new DeliveryResult.ClaimedElsewhere();
    }

    // Looks whether an earlier attempt succeeded; null if it didn't. Looks through all of the day, because the clock
    // may have been set since that attempt.
    private async Task<DeliveryResult?> LookAsync(
        Delivery delivery, Instant? firstAttempt, Instant lastAttempt, CancellationToken cancellationToken)
    {
        var subscription = delivery.Subscription;
        var start = subscription.TimeZone.AtStartOfDay(delivery.Day).ToInstant();
        var earliest = Instant.Min(firstAttempt ?? start, start) - ClockError;
        var found = await channels.FindAsync(
            subscription.Server,
            delivery.Channel,
            DailyPostReply.FormatMark(delivery.Day),
            earliest,
            lastAttempt + ClockError,
            cancellationToken);
        switch (found)
        {
            case FindPostResult.Found(var message):
                return await MarkPostedAsync(delivery, message, cancellationToken);
            case FindPostResult.Failed({ RetryAfter: { } delay } failure):
                await ReleaseAsync(delivery, failure.Reason, delay, cancellationToken);
                return new DeliveryResult.Retrying(delivery.Now + delay, failure);
            case FindPostResult.Failed(var failure):
                return await PauseAsync(delivery, failure, cancellationToken);
            default:
                return null;
        }
    }

    private Task<DailyPost?> ClaimAsync(
        Delivery delivery, int attempts, DailyPost post, CancellationToken cancellationToken)
    {
        var claim = new DailyClaim
        {
            Subscription = delivery.Subscription,
            Day = delivery.Day,
            Attempts = attempts,
            Post = post,
            Owner = delivery.Owner,
            Now = delivery.Now,
            Lease = Lease,
        };
        return ledger.ClaimAsync(claim, cancellationToken);
    }

    private async Task<DeliveryResult> MarkPostedAsync(
        Delivery delivery, string message, CancellationToken cancellationToken)
    {
        await ledger.MarkPostedAsync(
            delivery.Subscription, delivery.Day, message, delivery.Now, delivery.NextDue, cancellationToken);
        return new DeliveryResult.Posted(message, delivery.NextDue);
    }

    // If the claim was lost, an instance whose clock is ahead may have looked for the post just before it arrived, and
    // have skipped the day or be about to. The day is open again until somebody has looked once more.
    private async Task<DeliveryResult> RetryAsync(
        Delivery delivery, DailyPost post, ChannelFailure failure, Duration delay, CancellationToken cancellationToken)
    {
        if (await ReleaseAsync(delivery, failure.Reason, delay, cancellationToken))
            return new DeliveryResult.Retrying(delivery.Now + delay, failure);
        await ledger.ReopenAsync(
            delivery.Subscription, delivery.Day, DailyTexts.Skipped, delivery.Now + delay, cancellationToken);
        return await LookAsync(delivery, post.ComposedAt, delivery.Now, cancellationToken)
            ?? new DeliveryResult.Retrying(delivery.Now + delay, failure);
    }

    private async Task<DeliveryResult> PauseAsync(
        Delivery delivery, ChannelFailure failure, CancellationToken cancellationToken)
    {
        var subscription = delivery.Subscription;
        await ReleaseAsync(delivery, failure.Reason, Duration.Zero, cancellationToken);
        var before = await subscriptions.UpdateAsync(
            delivery.Channel, s => s with { Paused = s.Paused ?? failure.Reason }, cancellationToken);

        // Only the instance that pauses it sends the notice.
        if (before is { Paused: null })
        {
            var notice = DailyTexts.CreatePauseNotice(subscription, failure);
            await channels.NotifyAsync(
                subscription.Server, subscription.SetBy, notice, GetNoticeNonce(delivery), cancellationToken);
        }

        return new DeliveryResult.Paused(failure);
    }

    private Task<bool> ReleaseAsync(
        Delivery delivery, string note, Duration delay, CancellationToken cancellationToken) =>
        ledger.ReleaseAsync(
            delivery.Channel, delivery.Day, delivery.Owner, note, delivery.Now + delay, cancellationToken);

    private Task<Subscription?> MoveOnAsync(Delivery delivery, CancellationToken cancellationToken) =>
        subscriptions.UpdateAsync(
            delivery.Channel,
            s => s == delivery.Subscription ? s with { NextDue = delivery.NextDue } : s,
            cancellationToken);

    // The owner is unique to this attempt: a late action of an earlier attempt must not affect it.
    private sealed record Delivery(
        Subscription Subscription, LocalDate Day, Instant Now, Instant NextDue, string Owner)
    {
        public string Channel => Subscription.Channel;
    }
}
