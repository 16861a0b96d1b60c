using NodaTime;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// Delivers one post exactly once: its day is claimed with all that it says before it is sent, every later try looks first whether an earlier one got
/// through, and what came of it is noted with the next time that it is due.
/// </summary>
/// <param name="store">The ledger.</param>
/// <param name="channels">Where posts go.</param>
/// <param name="writer">Writes the posts.</param>
/// <param name="options">The settings.</param>
internal sealed class DailyPostSender(IDailyStore store, IDailyChannels channels, DailyPostComposer writer, DailyOptions options)
{
    // Longer than a try can take.
    private static readonly Duration Lease = Duration.FromMinutes(2);

    // So late is sent only after an outage, perhaps on a copy of the ledger from before it. Less than nonces are remembered for.
    private static readonly Duration Late = Duration.FromMinutes(4);

    // So far off a clock may be that is set right afterwards. Longer than a lease.
    private static readonly Duration ClockError = Duration.FromHours(6);

    // So far back the days of an outage are noted one by one.
    private static readonly Duration Noted = Duration.FromDays(7);

    // Where nobody could look whether a post stands there.
    private static readonly Duration LookAgain = Duration.FromMinutes(1);

    /// <summary>Delivers a post that is due.</summary>
    /// <param name="subscription">The subscription; its next post is due.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up; whoever comes next goes on where this ended.</param>
    /// <exception cref="StoreUnavailableException">The ledger is out of reach; nothing that is not noted was sent, or is found again.</exception>
    public async Task<DeliveryResult> DeliverAsync(Subscription subscription, Instant now, CancellationToken cancellationToken)
    {
        var zone = Schedule.Zone(subscription.TimeZone) ?? throw new InvalidOperationException($"There is no time zone {subscription.TimeZone}.");
        var window = Duration.FromTimeSpan(options.CatchUpWindow);
        var day = Schedule.GetDay(subscription.NextDue, zone);
        var delivery = new Delivery(
            subscription,
            zone,
            day,
            now,
            Guid.NewGuid().ToString("N"),
            // Each day that is too late by then is left out with a note, of the last ones.
            Schedule.GetNextDue(Instant.Max(subscription.NextDue, now - Noted), subscription.Time, zone, day),
            cancellationToken);
        var state = await writer.ReadHistoryAsync(subscription, cancellationToken);
        if (subscription.SkipsNext) return await GiveUpAsync(delivery, state.Ledger, "It was left out, as ordered.");
        return now - subscription.NextDue > window
            ? await GiveUpAsync(delivery, state.Ledger, TooLate(window, state.Ledger.FirstOrDefault(e => e.Day == day)?.Note))
            : await SendAsync(delivery, state);
    }

    private static string TooLate(Duration window, string? lastTry) =>
        $"It could not be sent within {window.TotalHours:0.#} hours of when it was due.{(lastTry is null ? "" : $" The last try: {lastTry}")}";

    private static Reply PauseNotice(Subscription subscription, string reason) => new()
    {
        Title = "A daily post is paused",
        Blocks =
        [
            new Block.Channel(subscription.Channel),
            new Block.Paragraph($"The daily post that was ordered there could not be sent: {reason}"),
            new Block.Note("Nothing more is posted there. When that is mended, /daily resume goes on; /daily status has a button that removes it."),
        ],
    };

    // A channel’s id has at most 20 digits, and the day since 1970 five.
    private static string NonceOf(string channel, LocalDate day) => $"{channel}{DaysOf(day)}";

    // Another pause has another, be it on the same day.
    private static string NoticeNonceOf(string channel, Instant now) => $"{now.ToUnixTimeSeconds() % 100_000:00000}{channel}";

    private static int DaysOf(LocalDate day) => Period.DaysBetween(new LocalDate(1970, 1, 1), day);

    private async Task<DeliveryResult> SendAsync(Delivery delivery, ChannelHistory state)
    {
        var (subscription, _, day, now, owner, _, cancellationToken) = delivery;
        var earlier = state.Ledger.FirstOrDefault(e => e.Day == day);
        var planned = await writer.ComposeAsync(subscription, state, now, cancellationToken);
        if (await store.ClaimAsync(subscription, day, earlier?.Attempts ?? 0, planned, owner, now, Lease, cancellationToken) is not { } post)
        {
            // Where the day is done but the next one was not set, as when the clocks go back past it, it is set now.
            if (earlier is { State: not LedgerState.Claimed }) await MoveOnAsync(delivery);
            return new DeliveryResult.ClaimedElsewhere();
        }

        if (earlier is not null || now - subscription.NextDue > Late)
        {
            if (await LookAsync(delivery, post.ComposedAt, earlier?.At ?? now) is { } outcome) return outcome;
            // A look can take long, and what moderators were told meanwhile holds.
            if (await store.FindAsync(subscription.Channel, cancellationToken) is not { } then || then.Paused != subscription.Paused || then.SkipsNext != subscription.SkipsNext)
            {
                await ReleaseAsync(delivery, Duration.Zero, "The order was changed");
                return new DeliveryResult.ClaimedElsewhere();
            }
        }

        var reply = DailyPostReply.Create(post, day, subscription.Channel);
        return await channels.PostAsync(subscription.Server, subscription.Channel, reply, NonceOf(subscription.Channel, day), cancellationToken) switch
        {
            SendPostResult.Posted(var message) => await NoteAsync(delivery, message),
            SendPostResult.Refused(var reason) => await PauseAsync(delivery, reason),
            SendPostResult.Unknown(var retryAfter, var reason) => await UnknownAsync(delivery, post, retryAfter, reason),
            _ => throw new InvalidOperationException("A post had an outcome of an unknown kind."),
        };
    }

    // A day that was begun may have its post, without a note of it.
    private async Task<DeliveryResult> GiveUpAsync(Delivery delivery, IReadOnlyList<LedgerEntry> ledger, string note)
    {
        if (ledger.FirstOrDefault(e => e.Day == delivery.Day && e.State == LedgerState.Claimed) is { Post: { } post } claimed)
        {
            // Also keeps it from being due again before it is looked for again.
            if (await store.ClaimAsync(delivery.Subscription, delivery.Day, claimed.Attempts, post, delivery.Owner, delivery.Now, Lease, delivery.CancellationToken) is null)
                return new DeliveryResult.ClaimedElsewhere();
            if (await LookAsync(delivery, post.ComposedAt, claimed.At) is { } outcome) return outcome;
        }

        return await store.MarkSkippedAsync(delivery.Subscription, delivery.Day, delivery.Owner, note, delivery.Now, delivery.NextDue, delivery.CancellationToken)
            ? new DeliveryResult.Skipped(note)
            : new DeliveryResult.ClaimedElsewhere();
    }

    // What comes of an earlier try; null where nothing stands there. Through all of the day: the clock by which that try was noted may have been set since.
    private async Task<DeliveryResult?> LookAsync(Delivery delivery, Instant? firstTry, Instant lastTry)
    {
        var (subscription, zone, day, _, _, _, cancellationToken) = delivery;
        var start = zone.AtStartOfDay(day).ToInstant();
        var found = await channels.FindAsync(
            subscription.Server, subscription.Channel, DailyPostReply.FormatMark(day), Instant.Min(firstTry ?? start, start) - ClockError, lastTry + ClockError, cancellationToken);
        return found switch
        {
            FindPostResult.Found(var message) => await NoteAsync(delivery, message),
            FindPostResult.Refused(var reason) => await PauseAsync(delivery, reason),
            FindPostResult.Unknown(var reason) => await RetryAsync(delivery, LookAgain, reason),
            _ => null,
        };
    }

    private async Task<DeliveryResult> NoteAsync(Delivery delivery, string message)
    {
        await store.MarkPostedAsync(delivery.Subscription, delivery.Day, message, delivery.Now, delivery.NextDue, delivery.CancellationToken);
        return new DeliveryResult.Posted(message);
    }

    private async Task<DeliveryResult> RetryAsync(Delivery delivery, Duration after, string reason)
    {
        await ReleaseAsync(delivery, after, reason);
        return new DeliveryResult.Later(delivery.Now + after, reason);
    }

    private Task<bool> ReleaseAsync(Delivery delivery, Duration after, string reason) =>
        store.ReleaseAsync(delivery.Subscription.Channel, delivery.Day, delivery.Owner, $"{reason}.", delivery.Now + after, delivery.CancellationToken);

    // Where another took it over meanwhile, by a clock that is ahead, it may have looked, and left the day out, just before the post stood there.
    private async Task<DeliveryResult> UnknownAsync(Delivery delivery, DailyPost post, Duration after, string reason)
    {
        if (await ReleaseAsync(delivery, after, reason)) return new DeliveryResult.Later(delivery.Now + after, reason);
        return await LookAsync(delivery, post.ComposedAt, delivery.Now) ?? new DeliveryResult.ClaimedElsewhere();
    }

    private Task<Subscription?> MoveOnAsync(Delivery delivery) => store.UpdateAsync(
        delivery.Subscription.Channel,
        s => s == delivery.Subscription ? s with { NextDue = delivery.NextDue } : s,
        delivery.CancellationToken);

    private async Task<DeliveryResult> PauseAsync(Delivery delivery, string reason)
    {
        var (subscription, _, day, now, owner, _, cancellationToken) = delivery;
        await store.ReleaseAsync(subscription.Channel, day, owner, reason, now, cancellationToken);
        var before = await store.UpdateAsync(subscription.Channel, s => s with { Paused = s.Paused ?? reason }, cancellationToken);
        // Told once, by whoever paused it.
        if (before is { Paused: null })
            await channels.NotifyAsync(subscription.Server, subscription.SetBy, PauseNotice(subscription, reason), NoticeNonceOf(subscription.Channel, now), cancellationToken);
        return new DeliveryResult.Paused(reason);
    }

    // The owner is of this one alone: what an earlier one of the same process does late must not touch it.
    private sealed record Delivery(
        Subscription Subscription, DateTimeZone Zone, LocalDate Day, Instant Now, string Owner, Instant NextDue, CancellationToken CancellationToken);
}
