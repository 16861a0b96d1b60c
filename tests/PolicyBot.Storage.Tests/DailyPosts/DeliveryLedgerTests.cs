using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>Days are claimed, posted, skipped and released.</summary>
public sealed class DeliveryLedgerTests(PostgresServer server) : StoreTests(server)
{
    [Theory]
    [OnBothDatabases]
    public async Task Reopen_SkippedDay_IsDueAgainAndSkippedOnlyIfAModeratorSkippedIt(Database database)
    {
        foreach (var (channel, note) in new[] { ("c", "Too late."), ("d", "A moderator skipped it.") })
        {
            await ClaimAsync(Store, channel);
            var subscription = Subscription(channel);
            Assert.True(await Store.Ledger.MarkSkippedAsync(
                Attempt(subscription, Today, Noon, Noon + Duration.FromDays(1)), note, Cancellation));

            await Store.Ledger.ReopenAsync(Attempt(subscription, Today), Noon + Lease, Cancellation);

            var entry = await EntryAsync(channel);
            Assert.Equal((LedgerState.Claimed, 1, note), (entry.State, entry.Attempts, entry.Note));
            Assert.Equal(
                subscription with { SkipsNext = channel == "d" },
                await Store.Subscriptions.FindAsync(channel, Cancellation));
            Assert.Null(await ClaimAsync(Store, channel, now: Noon + Lease - Duration.FromMilliseconds(1)));
            Assert.NotNull(await ClaimAsync(Store, channel, now: Noon + Lease));
        }
    }

    [Theory]
    [OnBothDatabases]
    public async Task Reopen_ClaimedDay_KeepsTheLeaseButNotTheOwner(Database database)
    {
        await ClaimAsync(Store);

        await Store.Ledger.ReopenAsync(Attempt(Subscription("c"), Today), Noon, Cancellation);

        Assert.Null(await ClaimAsync(Store, now: Noon + Lease - Duration.FromMilliseconds(1)));
        Assert.False(await Store.Ledger.MarkSkippedAsync(
            Attempt(Subscription("c"), Today, Noon, Noon + Duration.FromDays(1)), "Why.", Cancellation));
        Assert.Equal(Noon, (await Store.Subscriptions.FindAsync("c", Cancellation))?.NextDue);
        Assert.NotNull(await ClaimAsync(Store, now: Noon + Lease));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Reopen_PostedOrUnclaimedDay_ChangesNothing(Database database)
    {
        var next = Noon + Duration.FromDays(1);
        await ClaimAsync(Store);
        await Store.Ledger.MarkPostedAsync(Attempt(Subscription("c"), Today, Noon, next), "m", Cancellation);
        await SubscribeAsync(Store, "d");
        await Store.Ledger.MarkSkippedAsync(Attempt(Subscription("d"), Today, Noon, next), "n", Cancellation);

        foreach (var channel in new[] { "c", "d", "unknown" })
            await Store.Ledger.ReopenAsync(Attempt(Subscription(channel), Today), Noon, Cancellation);

        Assert.Equal(LedgerState.Posted, (await EntryAsync()).State);
        Assert.Equal(LedgerState.Skipped, (await EntryAsync("d")).State);
        Assert.Equal(next, (await Store.Subscriptions.FindAsync("c", Cancellation))?.NextDue);
        Assert.Equal(next, (await Store.Subscriptions.FindAsync("d", Cancellation))?.NextDue);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_Unclaimed_IsFirstAttempt(Database database)
    {
        var claim = await ClaimAsync(Store);

        AssertSame(Post, claim);
        var entry = await EntryAsync();
        AssertSame(Post, entry.Post);
        Assert.Equal(new LedgerEntry("c", Today, LedgerState.Claimed, entry.Post, null, 1, null, Noon), entry);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_QuoteOnly_IsStored(Database database)
    {
        var quote = new DailyPost { QuoteId = "q", Quote = "Words.", Source = "s" };

        AssertSame(quote, await ClaimAsync(Store, post: quote));
        AssertSame(quote, (await EntryAsync()).Post);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_AskedCounts_AreStored(Database database)
    {
        var asked = Post with { ComposedAt = Noon, AskedCount = 12, AskedUnanswered = 3, MostAsked = "Which?" };

        AssertSame(asked, await ClaimAsync(Store, post: asked));
        AssertSame(asked, (await EntryAsync()).Post);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_Leased_ReturnsNull(Database database)
    {
        await ClaimAsync(Store);

        Assert.Null(await ClaimAsync(NewStore(), owner: "b", now: Noon + Lease - Duration.FromMilliseconds(1)));
        Assert.Null(await ClaimAsync(Store));
        Assert.Equal(1, (await EntryAsync()).Attempts);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_LeaseExpired_KeepsFirstPost(Database database)
    {
        await ClaimAsync(Store);
        var claim =
            await ClaimAsync(NewStore(), post: Post with { Quote = "Other words." }, owner: "b", now: Noon + Lease);

        AssertSame(Post, claim);
        var entry = await EntryAsync();
        Assert.Equal((2, Noon + Lease), (entry.Attempts, entry.At));
        Assert.Null(await ClaimAsync(Store, now: Noon + Lease));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_PostedOrSkipped_ReturnsNull(Database database)
    {
        await ClaimAsync(Store, "posted");
        await Store.Ledger.MarkPostedAsync(Attempt(Subscription("posted"), Today), "m", Cancellation);
        await SubscribeAsync(Store, "dropped");
        await Store.Ledger.MarkSkippedAsync(Attempt(Subscription("dropped"), Today), "Why.", Cancellation);

        var later = Noon + Duration.FromDays(9);
        Assert.Null(await ClaimAsync(Store, "posted", now: later));
        Assert.Null(await ClaimAsync(Store, "dropped", now: later));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_OtherDayOrChannel_Succeeds(Database database)
    {
        await ClaimAsync(Store);

        Assert.NotNull(await ClaimAsync(Store, "d"));
        Assert.NotNull(
            await Store.Ledger.ClaimAsync(
                Attempt(Subscription("c"), Today.PlusDays(1), Noon, owner: "b"), 0, Post, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_ClaimedSinceRead_ReturnsNull(Database database)
    {
        await ClaimAsync(Store);
        await ClaimAsync(Store, now: Noon + Lease);
        var later = Noon + Lease + Lease;

        Assert.Null(await Store.Ledger.ClaimAsync(
            Attempt(Subscription("c"), Today, later, owner: "b"), 0, Post, Cancellation));
        Assert.Null(await Store.Ledger.ClaimAsync(
            Attempt(Subscription("c"), Today, later, owner: "b"), 1, Post, Cancellation));
        Assert.Equal((2, Noon + Lease), ((await EntryAsync()).Attempts, (await EntryAsync()).At));
        AssertSame(Post, await Store.Ledger.ClaimAsync(
            Attempt(Subscription("c"), Today, later, owner: "b"), 2, Post, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_ConcurrentTasks_OneGetsEachDay(Database database)
    {
        DailyStores[] stores = [Store, NewStore()];
        var channels = Enumerable.Range(0, 200).Select(i => $"c{i}").ToList();
        var got = await Task.WhenAll(Enumerable.Range(0, 16).Select(task => Task.Run(
            async () =>
            {
                List<string> mine = [];
                // Each task starts at another channel, so that they often meet.
                foreach (var channel in channels.Skip(task % 8 * 3).Concat(channels.Take(task % 8 * 3)))
                {
                    if (await ClaimAsync(stores[task % 2], channel, owner: $"o{task}") is not null) mine.Add(channel);
                }
                return mine;
            },
            Cancellation)));

        Assert.Equal(channels.Order(), got.SelectMany(c => c).Order());
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_ConcurrentAfterExpiredLease_OneGetsIt(Database database)
    {
        await ClaimAsync(Store);
        var later = Noon + Lease;
        DailyStores[] stores = [Store, NewStore()];
        var claims = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => ClaimAsync(stores[i % 2], owner: $"o{i}", now: later))));

        Assert.Single(claims, c => c is not null);
        Assert.Equal(2, (await EntryAsync()).Attempts);
    }

    [Theory]
    [OnBothDatabases]
    public async Task MarkPosted_Claimed_SetsNextDue(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c") with { SkipsNext = true }, Cancellation);
        await ClaimAsync(Store);
        var (at, next) = (Noon + Duration.FromSeconds(3), Noon + Duration.FromDays(1));
        await Store.Ledger.MarkPostedAsync(Attempt(Subscription("c"), Today, at, next), "m", Cancellation);

        var entry = await EntryAsync();
        AssertSame(Post, entry.Post);
        Assert.Equal(
            (LedgerState.Posted, "m", 1, null, at),
            (entry.State, entry.MessageId, entry.Attempts, entry.Note, entry.At));
        Assert.Equal(
            Subscription("c", next) with { SkipsNext = true }, await Store.Subscriptions.FindAsync("c", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task MarkPosted_Twice_KeepsFirstMessage(Database database)
    {
        await ClaimAsync(Store);
        await Store.Ledger.MarkPostedAsync(Attempt(Subscription("c"), Today), "m", Cancellation);
        await Store.Ledger.MarkPostedAsync(Attempt(Subscription("c"), Today, Noon + Lease), "m2", Cancellation);

        Assert.Equal(("m", Noon), ((await EntryAsync()).MessageId, (await EntryAsync()).At));
    }

    [Theory]
    [OnBothDatabases]
    public async Task MarkPosted_NeverClaimed_ChangesNothing(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Store.Ledger.MarkPostedAsync(
                Attempt(Subscription("c"), Today, Noon, Noon + Lease), "m", Cancellation));
        Assert.Equal(Noon, await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation));
        Assert.Empty(await Store.Ledger.ListEntriesAsync("c", 10, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task MarkPosted_SubscriptionRemoved_IsRecorded(Database database)
    {
        await ClaimAsync(Store);
        await Store.Subscriptions.RemoveAsync("c", Cancellation);
        await Store.Ledger.MarkPostedAsync(Attempt(Subscription("c"), Today, Noon, Noon + Lease), "m", Cancellation);

        Assert.Equal(LedgerState.Posted, (await EntryAsync()).State);
        Assert.Null(await Store.Subscriptions.FindAsync("c", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task MarkSkipped_Unclaimed_ClearsSkip(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c") with { SkipsNext = true }, Cancellation);
        var next = Noon + Duration.FromDays(1);
        Assert.True(
            await Store.Ledger.MarkSkippedAsync(
                Attempt(Subscription("c") with { SkipsNext = true }, Today, Noon, next),
                "A moderator skipped it.", Cancellation));

        Assert.Equal(new LedgerEntry(
            "c", Today, LedgerState.Skipped, null, null, 0, "A moderator skipped it.", Noon), await EntryAsync());
        Assert.Equal(Subscription("c", next), await Store.Subscriptions.FindAsync("c", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task MarkSkipped_Claimed_KeepsPostAndAttempts(Database database)
    {
        await ClaimAsync(Store);
        await Store.Ledger.MarkSkippedAsync(Attempt(Subscription("c"), Today, Noon + Lease), "Too late.", Cancellation);

        var entry = await EntryAsync();
        AssertSame(Post, entry.Post);
        Assert.Equal(
            (LedgerState.Skipped, 1, "Too late.", Noon + Lease), (entry.State, entry.Attempts, entry.Note, entry.At));
    }

    [Theory]
    [OnBothDatabases("paused")]
    [OnBothDatabases("set to skip a day")]
    [OnBothDatabases("due later")]
    public async Task ClaimAndMarkSkipped_SubscriptionChangedSinceRead_ChangeNothing(Database database, string change)
    {
        var read = Subscription("c");
        var changed = change switch
        {
            "paused" => read with { Paused = "A moderator paused it." },
            "set to skip a day" => read with { SkipsNext = true },
            _ => read with { NextDue = Noon + Duration.FromHours(6) },
        };
        await Store.Subscriptions.SaveAsync(changed, Cancellation);

        Assert.Null(await Store.Ledger.ClaimAsync(Attempt(Subscription("c"), Today), 0, Post, Cancellation));
        Assert.False(
            await Store.Ledger.MarkSkippedAsync(Attempt(Subscription("c"), Today), "Why.", Cancellation));

        Assert.Empty(await Store.Ledger.ListEntriesAsync("c", 1, Cancellation));
        Assert.Equal(changed, await Store.Subscriptions.FindAsync("c", Cancellation));
        Assert.NotNull(await Store.Ledger.ClaimAsync(Attempt(changed, Today), 0, Post, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task MarkPosted_TimeChangedMeanwhile_KeepsNextDue(Database database)
    {
        await ClaimAsync(Store);
        await Store.Subscriptions.UpdateAsync("c", s => s with { Time = new LocalTime(18, 0) }, Cancellation);
        await Store.Ledger.MarkPostedAsync(
            Attempt(Subscription("c"), Today, Noon, Noon + Duration.FromDays(1)), "m", Cancellation);

        Assert.Equal(LedgerState.Posted, (await EntryAsync()).State);
        Assert.Equal(
            Subscription("c") with { Time = new LocalTime(18, 0) },
            await Store.Subscriptions.FindAsync("c", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task MarkSkipped_ClaimedByOther_ChangesNothing(Database database)
    {
        await ClaimAsync(Store);

        Assert.False(
            await Store.Ledger.MarkSkippedAsync(
                Attempt(Subscription("c"), Today, Noon + Lease, owner: "b"), "Too late.", Cancellation));
        await Store.Ledger.ReleaseAsync(Attempt(Subscription("c"), Today), "Why.", Noon, Cancellation);
        Assert.False(
            await Store.Ledger.MarkSkippedAsync(
                Attempt(Subscription("c"), Today, Noon + Lease, owner: "b"), "Too late.", Cancellation));

        Assert.Equal(LedgerState.Claimed, (await EntryAsync()).State);
        Assert.Equal(Subscription("c"), await Store.Subscriptions.FindAsync("c", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task MarkSkipped_Posted_StaysPosted(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c") with { SkipsNext = true }, Cancellation);
        await ClaimAsync(Store);
        await Store.Ledger.MarkPostedAsync(Attempt(Subscription("c"), Today), "m", Cancellation);
        var next = Noon + Duration.FromDays(2);
        Assert.False(
            await Store.Ledger.MarkSkippedAsync(
                Attempt(Subscription("c") with { SkipsNext = true }, Today, Noon + Lease, next), "Why.", Cancellation));

        var entry = await EntryAsync();
        Assert.Equal((LedgerState.Posted, "m", null, Noon), (entry.State, entry.MessageId, entry.Note, entry.At));
        Assert.Equal(Subscription("c", next), await Store.Subscriptions.FindAsync("c", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Release_Claimed_CanBeClaimedFromRetryTime(Database database)
    {
        await ClaimAsync(Store);
        var retry = Noon + Duration.FromMinutes(1);
        await Store.Ledger.ReleaseAsync(Attempt(Subscription("c"), Today), "Why.", retry, Cancellation);

        Assert.Null(await ClaimAsync(Store, owner: "b", now: retry - Duration.FromMilliseconds(1)));
        var claim = await ClaimAsync(Store, post: Post with { Quote = "Other." }, owner: "b", now: retry);
        AssertSame(Post, claim);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Release_OtherOwner_ChangesNothing(Database database)
    {
        await ClaimAsync(Store);
        await Store.Ledger.ReleaseAsync(Attempt(Subscription("c"), Today, owner: "b"), "Why.", Noon, Cancellation);
        await Store.Ledger.ReleaseAsync(Attempt(Subscription("unknown"), Today), "Why.", Noon, Cancellation);

        Assert.Null(await ClaimAsync(Store, owner: "b"));
        Assert.Empty(await Store.Ledger.ListEntriesAsync("unknown", 10, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Release_Posted_StaysPosted(Database database)
    {
        await ClaimAsync(Store);
        await Store.Ledger.MarkPostedAsync(Attempt(Subscription("c"), Today), "m", Cancellation);
        await Store.Ledger.ReleaseAsync(Attempt(Subscription("c"), Today), "Why.", Noon, Cancellation);

        Assert.Null(await ClaimAsync(Store));
    }

    [Theory]
    [OnBothDatabases]
    public async Task ListEntries_ManyDays_LatestFirst(Database database)
    {
        await SubscribeAsync(Store, "c");
        for (var i = 0; i < 12; i++)
            await Store.Ledger.MarkSkippedAsync(
                Attempt(Subscription("c"), new LocalDate(2026, 12, 25).PlusDays(i)), "Why.", Cancellation);
        await SubscribeAsync(Store, "d");
        await Store.Ledger.MarkSkippedAsync(Attempt(Subscription("d"), Today), "Why.", Cancellation);

        Assert.Equal(
            [new(2027, 1, 5), new(2027, 1, 4), new(2027, 1, 3)],
            (await Store.Ledger.ListEntriesAsync("c", 3, Cancellation)).Select(e => e.Day));
        Assert.Equal(12, (await Store.Ledger.ListEntriesAsync("c", 100, Cancellation)).Count);
        Assert.Empty(await Store.Ledger.ListEntriesAsync("c", 0, Cancellation));
        Assert.Empty(await Store.Ledger.ListEntriesAsync("unknown", 3, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.Ledger.ListEntriesAsync("c", -1, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task ListEntries_RowOfOtherVersion_IsRead(Database database)
    {
        await ClaimAsync(Store);
        await ExecuteAsync("""UPDATE ledger SET post = '{"quote":"Old words.","source":"s","added_later":[1]}'""");

        AssertSame(new DailyPost { Quote = "Old words.", Source = "s" }, (await EntryAsync()).Post);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Claim_NoSubscription_ReturnsNull(Database database) =>
        Assert.Null(await Store.Ledger.ClaimAsync(
            Attempt(Subscription("c"), Today, owner: "one"), 0, Post, Cancellation));

    [Theory]
    [OnBothDatabases]
    public async Task MarkPosted_NextDueChangedMeanwhile_KeepsNextDue(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c") with { NextDue = Noon }, Cancellation);
        await Store.Ledger.ClaimAsync(Attempt(Subscription("c"), Today, owner: "one"), 0, Post, Cancellation);
        await Store.Subscriptions.UpdateAsync(
            "c", s => s with { NextDue = Noon + Duration.FromHours(6) }, Cancellation);
        await Store.Ledger.MarkPostedAsync(
            Attempt(Subscription("c"), Today, Noon, Noon + Duration.FromDays(1)), "1", Cancellation);
        Assert.Equal(Noon + Duration.FromHours(6), (await Store.Subscriptions.FindAsync("c", Cancellation))!.NextDue);
    }
}
