using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.DailyPosts;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>The subscriptions, and which of them are due.</summary>
public sealed class SubscriptionStoreTests(PostgresServer server) : StoreTests(server)
{
    [Theory]
    [OnBothDatabases]
    public async Task Find_Saved_ReturnsAllProperties(Database database)
    {
        var kept = Subscription("c") with
        {
            Content = DailyContent.Brief,
            Article = "bridge",
            Paused = "The bot may not write here.",
            SkipsNext = true,
        };
        await Store.Subscriptions.SaveAsync(kept, Cancellation);

        Assert.Equal(kept, await Store.Subscriptions.FindAsync("c", Cancellation));
        Assert.Equal(kept, await NewStore().Subscriptions.FindAsync("c", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Find_UnknownChannel_ReturnsNull(Database database) =>
        Assert.Null(await Store.Subscriptions.FindAsync("c", Cancellation));

    [Theory]
    [OnBothDatabases]
    public async Task Save_Twice_Replaces(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c") with { Paused = "Why.", SkipsNext = true }, Cancellation);
        var changed = Subscription("c", Noon + Duration.FromDays(1), "other") with
        {
            Time = new LocalTime(23, 59),
            TimeZone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"],
            Content = DailyContent.Quote,
            SetBy = "another",
        };
        await Store.Subscriptions.SaveAsync(changed, Cancellation);

        Assert.Equal(changed, await Store.Subscriptions.FindAsync("c", Cancellation));
        Assert.Empty(await Store.Subscriptions.ListAsync("guild", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Save_UnusualText_IsStored(Database database)
    {
        var odd = Subscription("'; DROP TABLE ledger; --") with { SetBy = "\"x\" {0} 👩‍🚀", Paused = "line\nbreak" };
        await Store.Subscriptions.SaveAsync(odd, Cancellation);

        Assert.Equal(odd, await Store.Subscriptions.FindAsync(odd.Channel, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Update_Saved_StoresAllProperties(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("d"), Cancellation);
        var changed = Subscription("c", Noon + Duration.FromDays(1)) with
        {
            Time = new LocalTime(23, 59),
            TimeZone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"],
            Content = DailyContent.Quote,
            SetBy = "another",
            Paused = "Why.",
            SkipsNext = true,
        };

        Assert.Equal(Subscription("c"), await Store.Subscriptions.UpdateAsync("c", _ => changed, Cancellation));
        Assert.Equal(changed, await Store.Subscriptions.FindAsync("c", Cancellation));
        Assert.Equal(changed, await Store.Subscriptions.UpdateAsync("c", _ => Subscription("c"), Cancellation));
        Assert.Equal(Subscription("c"), await Store.Subscriptions.FindAsync("c", Cancellation));
        Assert.Equal(Subscription("d"), await Store.Subscriptions.FindAsync("d", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Update_ChannelOrServer_IsIgnored(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        await Store.Subscriptions.UpdateAsync(
            "c", s => s with { Channel = "d", Server = "other", SkipsNext = true }, Cancellation);

        Assert.Equal(
            Subscription("c") with { SkipsNext = true }, await Store.Subscriptions.FindAsync("c", Cancellation));
        Assert.Null(await Store.Subscriptions.FindAsync("d", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Update_UnknownChannel_ReturnsNull(Database database)
    {
        Assert.Null(
            await Store.Subscriptions.UpdateAsync(
                "c", _ => throw new InvalidOperationException("There is nothing to change."), Cancellation));
        Assert.Null(await Store.Subscriptions.FindAsync("c", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Update_ChangeThrows_ChangesNothing(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Store.Subscriptions.UpdateAsync("c", _ => throw new InvalidOperationException("No."), Cancellation));
        Assert.Equal(Subscription("c"), await Store.Subscriptions.FindAsync("c", Cancellation));
        await Store.Subscriptions.UpdateAsync("c", s => s with { SkipsNext = true }, Cancellation);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Update_ConcurrentStores_LoseNoChange(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c") with { SetBy = "" }, Cancellation);
        DailyStores[] stores = [Store, NewStore()];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(
            async () =>
            {
                for (var i = 0; i < 10; i++)
                    await stores[
                        task % 2].Subscriptions.UpdateAsync("c", s => s with { SetBy = s.SetBy + "x" }, Cancellation);
            },
            Cancellation)));

        Assert.Equal(new string('x', 80), (await Store.Subscriptions.FindAsync("c", Cancellation))?.SetBy);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Update_DuringMarkPosted_KeepsBothChanges(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        await ClaimAsync(Store);
        var (next, posting) = (Noon + Duration.FromDays(1), Task.CompletedTask);
        await Store.Subscriptions.UpdateAsync(
            "c",
            s =>
            {
                // It comes between the reading and the writing, so it waits.
                posting =
                    Task.Run(
                        () => NewStore().Ledger.MarkPostedAsync(
                            Attempt(Subscription("c"), Today, Noon, next), "m", Cancellation), Cancellation);
                return s with { SkipsNext = true };
            },
            Cancellation);
        await posting;

        Assert.Equal(
            Subscription("c", next) with { SkipsNext = true }, await Store.Subscriptions.FindAsync("c", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task List_SeveralServers_ReturnsOneOrderedByChannel(Database database)
    {
        foreach (var channel in new[] { "b", "a", "Z", "ä", "10", "9" })
            await Store.Subscriptions.SaveAsync(Subscription(channel), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("aa", community: "other"), Cancellation);

        Assert.Equal([
            "10", "9", "Z", "a", "b", "ä"
        ], (await Store.Subscriptions.ListAsync("guild", Cancellation)).Select(s => s.Channel));
        Assert.Empty(await Store.Subscriptions.ListAsync("unknown", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Remove_Saved_KeepsLedger(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        await ClaimAsync(Store);
        await Store.Ledger.MarkPostedAsync(
            Attempt(Subscription("c"), Today, Noon, Noon + Duration.FromDays(1)), "m", Cancellation);

        Assert.True(await Store.Subscriptions.RemoveAsync("c", Cancellation));
        Assert.False(await Store.Subscriptions.RemoveAsync("c", Cancellation));
        Assert.Null(await Store.Subscriptions.FindAsync("c", Cancellation));
        Assert.Equal(LedgerState.Posted, (await EntryAsync()).State);
    }

    [Theory]
    [OnBothDatabases]
    public async Task ReadDue_Mixed_LongestDueFirst(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("later", Noon + Duration.FromMilliseconds(1)), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("now", Noon), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("b", Noon - Duration.FromHours(1)), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("a", Noon - Duration.FromHours(1)), Cancellation);
        await Store.Subscriptions.SaveAsync(
            Subscription("paused", Noon - Duration.FromDays(1)) with { Paused = "Why." }, Cancellation);
        await Store.Subscriptions.SaveAsync(
            Subscription("skipping", Noon - Duration.FromDays(2)) with { SkipsNext = true }, Cancellation);

        Assert.Equal([
            "skipping", "a", "b", "now"
        ], (await Store.Subscriptions.ListDueAsync(Noon, 10, Cancellation)).Select(s => s.Channel));
        Assert.Equal(
            ["skipping", "a"], (await Store.Subscriptions.ListDueAsync(Noon, 2, Cancellation)).Select(s => s.Channel));
        Assert.Empty(await Store.Subscriptions.ListDueAsync(Noon, 0, Cancellation));
        Assert.Empty(await Store.Subscriptions.ListDueAsync(Noon - Duration.FromDays(3), 10, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.Subscriptions.ListDueAsync(Noon, -1, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task GetNextDue_Mixed_IgnoresPaused(Database database)
    {
        Assert.Null(await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation));
        await Store.Subscriptions.SaveAsync(
            Subscription("paused", Noon - Duration.FromDays(1)) with { Paused = "Why." }, Cancellation);
        Assert.Null(await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation));
        await Store.Subscriptions.SaveAsync(Subscription("b", Noon + Duration.FromHours(1)), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("a", Noon), Cancellation);

        Assert.Equal(Noon, await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task ReadDue_SomeDue_KnowsWhenTheNextOneIs(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("a"), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("b"), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("c", Noon + Duration.FromMinutes(9)), Cancellation);

        var read = await Store.Subscriptions.ReadDueAsync(Noon, Instant.MaxValue, max: 1, Cancellation);

        Assert.Equal(["a"], read.Due.Select(s => s.Channel));
        Assert.Equal(Noon + Duration.FromMinutes(9), read.NextDue);
    }

    [Theory]
    [OnBothDatabases]
    public async Task ReadDue_SomeTooLate_ListsTheFirstOfThem(Database database)
    {
        var latest = Noon + Duration.FromDays(4);
        await Store.Subscriptions.SaveAsync(Subscription("in time", latest), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("b", latest + Duration.FromDays(2)), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("a", latest + Duration.FromMilliseconds(1)), Cancellation);
        await Store.Subscriptions.SaveAsync(
            Subscription("paused", latest + Duration.FromDays(1)) with { Paused = "Why." }, Cancellation);

        Assert.Equal(["a", "b"], (await ReadAsync(max: 2)).TooLate.Select(s => s.Channel));
        Assert.Equal(["a"], (await ReadAsync(max: 1)).TooLate.Select(s => s.Channel));
        Assert.Equal(latest, (await ReadAsync(max: 1)).NextDue);

        Task<DueSubscriptions> ReadAsync(int max) =>
            Store.Subscriptions.ReadDueAsync(Noon, latest, max, Cancellation);
    }

    [Theory]
    [OnBothDatabases]
    public async Task ReadDue_TenThousandInAMinute_UsesIndex(Database database)
    {
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        var due = Noon.ToUnixTimeMilliseconds();
        await ExecuteAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29999)
            INSERT INTO subscriptions (channel, community, "time", zone, content, set_by, next_due, paused, skips_next)
            SELECT 'c' || i, 'guild', '12:00', 'Etc/UTC', 'full', 'm',
                CASE WHEN i < 10000 THEN {due} ELSE {due} + 86400000 END, NULL, FALSE FROM n
            """);
        await ExecuteAsync("ANALYZE");

        HashSet<string> seen = [];
        while (await Store.Subscriptions.ListDueAsync(Noon, 500, Cancellation) is { Count: > 0 } page)
        {
            Assert.Equal(500, page.Count);
            Assert.All(page, s => Assert.True(seen.Add(s.Channel)));
            // Instead of recording so many posts one by one, as other tests do.
            var channels = string.Join("','", page.Select(s => s.Channel));
            await ExecuteAsync(
                $"UPDATE subscriptions SET next_due = next_due + 86400000 WHERE channel IN ('{channels}')");
        }
        Assert.Equal(10_000, seen.Count);
        Assert.Equal(Noon + Duration.FromDays(1), await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation));

        using var context = TestDatabase.CreateEngine().CreateContext();
        Assert.Contains("ix_subscriptions_next_due", await PlanAsync(
            context, DailyQueries.Due(context, Noon, 500)), StringComparison.Ordinal);
        Assert.Contains("ix_subscriptions_next_due", await PlanAsync(
            context, DailyQueries.NextDue(context, Noon, null).Take(1)), StringComparison.Ordinal);
        Assert.Contains("ix_subscriptions_next_due", await PlanAsync(
            context, DailyQueries.DueAfter(context, Noon + Duration.FromDays(4), 500)), StringComparison.Ordinal);
    }

    [Theory]
    [OnBothDatabases]
    public async Task ReadDue_ClaimedOrRetriedLater_ReturnsOnlyOthers(Database database)
    {
        await Store.Subscriptions.SaveAsync(
            Subscription("a") with { NextDue = Noon - Duration.FromHours(1) }, Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("b") with { NextDue = Noon }, Cancellation);
        await Store.Ledger.ClaimAsync(
            Attempt(Subscription("a", Noon - Duration.FromHours(1)), Today, owner: "one"), 0, Post, Cancellation);
        Assert.Equal(["b"], (await Store.Subscriptions.ListDueAsync(Noon, 1, Cancellation)).Select(s => s.Channel));
        await Store.Ledger.ReleaseAsync(
            Attempt(Subscription("a"), Today, owner: "one"), "Why.", Noon + Duration.FromSeconds(30), Cancellation);
        await Store.Subscriptions.RemoveAsync("b", Cancellation);
        Assert.Empty(await Store.Subscriptions.ListDueAsync(Noon, 1, Cancellation));
        Assert.Equal(Noon + Duration.FromSeconds(30), await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation));
        Assert.Equal(
            ["a"],
            (await Store.Subscriptions.ListDueAsync(Noon + Duration.FromSeconds(30), 1, Cancellation)).Select(
                s => s.Channel));
    }

    [Theory]
    [OnBothDatabases]
    public async Task EveryMember_Canceled_Throws(Database database)
    {
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        var cancelled = new CancellationToken(canceled: true);
        Func<Task>[] calls =
        [
            () => Store.Subscriptions.FindAsync("c", cancelled),
            () => Store.Subscriptions.ListAsync("g", cancelled),
            () => Store.Subscriptions.SaveAsync(Subscription("c"), cancelled),
            () => Store.Subscriptions.UpdateAsync("c", s => s, cancelled),
            () => Store.Subscriptions.RemoveAsync("c", cancelled),
            () => Store.Subscriptions.ReadDueAsync(Noon, Noon, 1, cancelled),
            () => Store.Ledger.ClaimAsync(Attempt(Subscription("c"), Today), 0, Post, cancelled),
            () => Store.Ledger.MarkPostedAsync(Attempt(Subscription("c"), Today), "m", cancelled),
            () => Store.Ledger.MarkSkippedAsync(Attempt(Subscription("c"), Today), "n", cancelled),
            () => Store.Ledger.ReleaseAsync(Attempt(Subscription("c"), Today), "Why.", Noon, cancelled),
            () => Store.Ledger.ReopenAsync(Attempt(Subscription("c"), Today), Noon, cancelled),
            () => Store.Ledger.ListEntriesAsync("c", 1, cancelled),
        ];

        Assert.Equal(
            typeof(ISubscriptionStore).GetMethods().Length + typeof(IDeliveryLedger).GetMethods().Length, calls.Length);
        foreach (var call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        Assert.Null(await Store.Subscriptions.FindAsync("c", Cancellation));
        Assert.Empty(await Store.Ledger.ListEntriesAsync("c", 1, Cancellation));
    }
}
