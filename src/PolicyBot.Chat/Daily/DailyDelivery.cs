using NodaTime;

namespace PolicyBot.Chat.Daily;

/// <summary>
/// Delivers one post exactly once: its day is claimed with all that it says before it is sent, every later try looks first whether an earlier one got
/// through, and what came of it is noted with the next time that it is due.
/// </summary>
/// <param name="store">The ledger.</param>
/// <param name="channels">Where posts go.</param>
/// <param name="articles">The article of a subscription.</param>
/// <param name="options">The settings.</param>
/// <param name="owner">The name of this instance, unlike any other’s.</param>
internal sealed class DailyDelivery(IDailyStore store, IDailyChannels channels, Func<Subscription, ValueTask<Commands.ServedArticle>> articles, DailyOptions options, string owner)
{
    // Longer than a try can take.
    private static readonly Duration Lease = Duration.FromMinutes(2);

    // More days than any set has points, quotes or questions.
    internal const int LedgerShown = 1000;

    /// <summary>Delivers a post that is due.</summary>
    /// <param name="subscription">The subscription; its next post is due.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up; whoever comes next goes on where this ended.</param>
    /// <exception cref="StoreUnavailableException">The ledger is out of reach; nothing that is not noted was sent, or is found again.</exception>
    public async Task<DeliveryOutcome> DeliverAsync(Subscription subscription, Instant now, CancellationToken cancellationToken)
    {
        var zone = Schedule.Zone(subscription.Zone) ?? throw new InvalidOperationException($"There is no time zone {subscription.Zone}.");
        var day = Schedule.DayOf(subscription.NextDue, zone);
        var window = Duration.FromTimeSpan(options.CatchUpWindow);
        // What is still in the window is sent late; the rest is left out rather than sent in a burst.
        var nextDue = Schedule.NextAfter(Instant.Max(subscription.NextDue, now - window), subscription.Time, zone);
        if (subscription.SkipsNext) return await DropAsync("It was left out, as ordered.").ConfigureAwait(false);
        var ledger = await store.LedgerAsync(subscription.Channel, LedgerShown, cancellationToken).ConfigureAwait(false);
        if (now - subscription.NextDue > window) return await GiveUpAsync().ConfigureAwait(false);

        var planned = PostPlanner.Plan(await articles(subscription).ConfigureAwait(false), subscription.Content, ledger);
        if (await store.ClaimAsync(subscription.Channel, day, planned, owner, now, Lease, cancellationToken).ConfigureAwait(false) is not { } claim)
        {
            // Where the day is done but the next one was not set, as when the clocks go back past it, it is set now.
            if (ledger.Any(e => e.Day == day && e.State != LedgerState.Claimed)) await store.PutAsync(subscription with { NextDue = nextDue }, cancellationToken).ConfigureAwait(false);
            return new DeliveryOutcome.Others();
        }

        if (claim.Attempt > 1)
        {
            switch (await channels.FindAsync(subscription.Channel, DailyPostReply.MarkOf(day), cancellationToken).ConfigureAwait(false))
            {
                case LookOutcome.Found(var message):
                    return await NoteAsync(message).ConfigureAwait(false);
                case LookOutcome.Unknown:
                    return await RetryAsync(Duration.FromMinutes(1)).ConfigureAwait(false);
            }
        }

        var reply = DailyPostReply.Of(claim.Post, day, subscription.Channel);
        switch (await channels.PostAsync(subscription.Channel, reply, NonceOf(subscription.Channel, day), cancellationToken).ConfigureAwait(false))
        {
            case PostOutcome.Posted(var message):
                return await NoteAsync(message).ConfigureAwait(false);
            case PostOutcome.Refused(var reason):
                await store.ReleaseAsync(subscription.Channel, day, owner, now, cancellationToken).ConfigureAwait(false);
                await store.PutAsync(subscription with { Paused = reason }, cancellationToken).ConfigureAwait(false);
                return new DeliveryOutcome.Paused(reason);
            case PostOutcome.Unknown(var retryAfter):
                return await RetryAsync(retryAfter).ConfigureAwait(false);
            default:
                throw new InvalidOperationException("A post had an outcome of an unknown kind.");
        }

        async Task<DeliveryOutcome> NoteAsync(string message)
        {
            await store.PostedAsync(subscription.Channel, day, message, now, nextDue, cancellationToken).ConfigureAwait(false);
            return new DeliveryOutcome.Posted(message);
        }

        // It may have been sent before the bot went down, without a note of it.
        async Task<DeliveryOutcome> GiveUpAsync()
        {
            if (ledger.Any(e => e.Day == day && e.State == LedgerState.Claimed))
            {
                switch (await channels.FindAsync(subscription.Channel, DailyPostReply.MarkOf(day), cancellationToken).ConfigureAwait(false))
                {
                    case LookOutcome.Found(var message):
                        return await NoteAsync(message).ConfigureAwait(false);
                    case LookOutcome.Unknown:
                        return new DeliveryOutcome.Later(now + Duration.FromMinutes(1));
                }
            }

            return await DropAsync($"It could not be sent within {options.CatchUpWindow.TotalHours:0.#} hours of when it was due.").ConfigureAwait(false);
        }

        async Task<DeliveryOutcome> DropAsync(string note)
        {
            await store.DroppedAsync(subscription.Channel, day, note, now, nextDue, cancellationToken).ConfigureAwait(false);
            return new DeliveryOutcome.Dropped(note);
        }

        async Task<DeliveryOutcome> RetryAsync(Duration after)
        {
            await store.ReleaseAsync(subscription.Channel, day, owner, now + after, cancellationToken).ConfigureAwait(false);
            return new DeliveryOutcome.Later(now + after);
        }
    }

    // A channel’s id has at most 20 digits, and the day since 1970 five.
    private static string NonceOf(string channel, LocalDate day) => $"{channel}{Period.DaysBetween(new LocalDate(1970, 1, 1), day)}";
}
