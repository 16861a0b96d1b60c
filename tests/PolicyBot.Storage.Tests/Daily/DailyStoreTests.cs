using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.DailyPosts;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Daily;

/// <summary>The subscriptions, and which of them are due.</summary>
public abstract class DailyStoreTests : StoreTests
{
    [Fact]
    public async Task Find_Kept_IsWhole()
    {
        var kept = Subscription("c") with { Content = DailyContent.Brief, Paused = "The bot may not write here.", SkipsNext = true };
        await Store.SaveAsync(kept, Cancellation);

        Assert.Equal(kept, await Store.FindAsync("c", Cancellation));
        Assert.Equal(kept, await NewStore().FindAsync("c", Cancellation));
    }

    [Fact]
    public async Task Find_UnknownChannel_IsNull() => Assert.Null(await Store.FindAsync("c", Cancellation));

    [Fact]
    public async Task Put_Again_Replaces()
    {
        await Store.SaveAsync(Subscription("c") with { Paused = "Why.", SkipsNext = true }, Cancellation);
        var changed = Subscription("c", Noon + Duration.FromDays(1), "other") with
        {
            Time = new LocalTime(23, 59),
            TimeZone = "Asia/Tokyo",
            Content = DailyContent.Quote,
            SetBy = "another",
        };
        await Store.SaveAsync(changed, Cancellation);

        Assert.Equal(changed, await Store.FindAsync("c", Cancellation));
        Assert.Empty(await Store.ListAsync("guild", Cancellation));
    }

    [Fact]
    public async Task Put_OddText_IsKept()
    {
        var odd = Subscription("'; DROP TABLE ledger; --") with { SetBy = "\"x\" {0} 👩‍🚀", Paused = "line\nbreak" };
        await Store.SaveAsync(odd, Cancellation);

        Assert.Equal(odd, await Store.FindAsync(odd.Channel, Cancellation));
    }

    [Fact]
    public async Task Change_Kept_IsWhole()
    {
        await Store.SaveAsync(Subscription("c"), Cancellation);
        await Store.SaveAsync(Subscription("d"), Cancellation);
        var changed = Subscription("c", Noon + Duration.FromDays(1)) with
        {
            Time = new LocalTime(23, 59),
            TimeZone = "Asia/Tokyo",
            Content = DailyContent.Quote,
            SetBy = "another",
            Paused = "Why.",
            SkipsNext = true,
        };

        Assert.Equal(Subscription("c"), await Store.UpdateAsync("c", _ => changed, Cancellation));
        Assert.Equal(changed, await Store.FindAsync("c", Cancellation));
        Assert.Equal(changed, await Store.UpdateAsync("c", _ => Subscription("c"), Cancellation));
        Assert.Equal(Subscription("c"), await Store.FindAsync("c", Cancellation));
        Assert.Equal(Subscription("d"), await Store.FindAsync("d", Cancellation));
    }

    [Fact]
    public async Task Change_OfChannelAndCommunity_StaysAsItWas()
    {
        await Store.SaveAsync(Subscription("c"), Cancellation);
        await Store.UpdateAsync("c", s => s with { Channel = "d", Server = "other", SkipsNext = true }, Cancellation);

        Assert.Equal(Subscription("c") with { SkipsNext = true }, await Store.FindAsync("c", Cancellation));
        Assert.Null(await Store.FindAsync("d", Cancellation));
    }

    [Fact]
    public async Task Change_UnknownChannel_IsNullAndUnchanged()
    {
        Assert.Null(await Store.UpdateAsync("c", _ => throw new InvalidOperationException("There is nothing to change."), Cancellation));
        Assert.Null(await Store.FindAsync("c", Cancellation));
    }

    [Fact]
    public async Task Change_Fails_ChangesNothing()
    {
        await Store.SaveAsync(Subscription("c"), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.UpdateAsync("c", _ => throw new InvalidOperationException("No."), Cancellation));
        Assert.Equal(Subscription("c"), await Store.FindAsync("c", Cancellation));
        await Store.UpdateAsync("c", s => s with { SkipsNext = true }, Cancellation);
    }

    [Fact]
    public async Task Change_TwoStoresAtOnce_LosesNone()
    {
        await Store.SaveAsync(Subscription("c") with { SetBy = "" }, Cancellation);
        IDailyStore[] stores = [Store, NewStore()];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(
            async () =>
            {
                for (var i = 0; i < 10; i++) await stores[task % 2].UpdateAsync("c", s => s with { SetBy = s.SetBy + "x" }, Cancellation);
            },
            Cancellation)));

        Assert.Equal(new string('x', 80), (await Store.FindAsync("c", Cancellation))?.SetBy);
    }

    [Fact]
    public async Task Change_WhilePosted_KeepsBoth()
    {
        await Store.SaveAsync(Subscription("c"), Cancellation);
        await ClaimAsync(Store);
        var (next, posting) = (Noon + Duration.FromDays(1), Task.CompletedTask);
        await Store.UpdateAsync(
            "c",
            s =>
            {
                // It comes between the reading and the writing, and so waits.
                posting = Task.Run(() => NewStore().MarkPostedAsync(Subscription("c"), Today, "m", Noon, next, Cancellation), Cancellation);
                return s with { SkipsNext = true };
            },
            Cancellation);
        await posting;

        Assert.Equal(Subscription("c", next) with { SkipsNext = true }, await Store.FindAsync("c", Cancellation));
    }

    [Fact]
    public async Task List_SeveralCommunities_IsOneByChannel()
    {
        foreach (var channel in new[] { "b", "a", "Z", "ä", "10", "9" }) await Store.SaveAsync(Subscription(channel), Cancellation);
        await Store.SaveAsync(Subscription("aa", community: "other"), Cancellation);

        Assert.Equal(["10", "9", "Z", "a", "b", "ä"], (await Store.ListAsync("guild", Cancellation)).Select(s => s.Channel));
        Assert.Empty(await Store.ListAsync("unknown", Cancellation));
    }

    [Fact]
    public async Task Remove_Kept_LeavesTheLedger()
    {
        await Store.SaveAsync(Subscription("c"), Cancellation);
        await ClaimAsync(Store);
        await Store.MarkPostedAsync(Subscription("c"), Today, "m", Noon, Noon + Duration.FromDays(1), Cancellation);

        Assert.True(await Store.RemoveAsync("c", Cancellation));
        Assert.False(await Store.RemoveAsync("c", Cancellation));
        Assert.Null(await Store.FindAsync("c", Cancellation));
        Assert.Equal(LedgerState.Posted, (await EntryAsync()).State);
    }

    [Fact]
    public async Task Due_Mixed_IsTheLongestDueFirst()
    {
        await Store.SaveAsync(Subscription("later", Noon + Duration.FromMilliseconds(1)), Cancellation);
        await Store.SaveAsync(Subscription("now", Noon), Cancellation);
        await Store.SaveAsync(Subscription("b", Noon - Duration.FromHours(1)), Cancellation);
        await Store.SaveAsync(Subscription("a", Noon - Duration.FromHours(1)), Cancellation);
        await Store.SaveAsync(Subscription("paused", Noon - Duration.FromDays(1)) with { Paused = "Why." }, Cancellation);
        await Store.SaveAsync(Subscription("skipping", Noon - Duration.FromDays(2)) with { SkipsNext = true }, Cancellation);

        Assert.Equal(["skipping", "a", "b", "now"], (await Store.ListDueAsync(Noon, 10, Cancellation)).Select(s => s.Channel));
        Assert.Equal(["skipping", "a"], (await Store.ListDueAsync(Noon, 2, Cancellation)).Select(s => s.Channel));
        Assert.Empty(await Store.ListDueAsync(Noon, 0, Cancellation));
        Assert.Empty(await Store.ListDueAsync(Noon - Duration.FromDays(3), 10, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ListDueAsync(Noon, -1, Cancellation));
    }

    [Fact]
    public async Task NextDue_Mixed_IsTheFirstNotPaused()
    {
        Assert.Null(await Store.GetNextDueAsync(Noon, Cancellation));
        await Store.SaveAsync(Subscription("paused", Noon - Duration.FromDays(1)) with { Paused = "Why." }, Cancellation);
        Assert.Null(await Store.GetNextDueAsync(Noon, Cancellation));
        await Store.SaveAsync(Subscription("b", Noon + Duration.FromHours(1)), Cancellation);
        await Store.SaveAsync(Subscription("a", Noon), Cancellation);

        Assert.Equal(Noon, await Store.GetNextDueAsync(Noon, Cancellation));
    }

    [Fact]
    public async Task Due_TenThousandInAMinute_PagesByTheIndex()
    {
        await Store.GetNextDueAsync(Noon, Cancellation);
        var due = Noon.ToUnixTimeMilliseconds();
        await ExecuteAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29999)
            INSERT INTO subscriptions (channel, community, "time", zone, content, set_by, next_due, paused, skips_next)
            SELECT 'c' || i, 'guild', '12:00', 'Etc/UTC', 'full', 'm', CASE WHEN i < 10000 THEN {due} ELSE {due} + 86400000 END, NULL, FALSE FROM n
            """);
        await ExecuteAsync("ANALYZE");

        HashSet<string> seen = [];
        while (await Store.ListDueAsync(Noon, 500, Cancellation) is { Count: > 0 } page)
        {
            Assert.Equal(500, page.Count);
            Assert.All(page, s => Assert.True(seen.Add(s.Channel)));
            // In place of so many posts, which the other tests note one by one.
            var channels = string.Join("','", page.Select(s => s.Channel));
            await ExecuteAsync($"UPDATE subscriptions SET next_due = next_due + 86400000 WHERE channel IN ('{channels}')");
        }
        Assert.Equal(10_000, seen.Count);
        Assert.Equal(Noon + Duration.FromDays(1), await Store.GetNextDueAsync(Noon, Cancellation));

        using var context = TestDatabase.CreateEngine().CreateContext();
        Assert.Contains("ix_subscriptions_next_due", await PlanAsync(context, DailyQueries.Due(context, Noon, 500)), StringComparison.Ordinal);
        Assert.Contains("ix_subscriptions_next_due", await PlanAsync(context, DailyQueries.NextDue(context, Noon).Take(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Due_ClaimedOrToBeRetriedLater_WaitsWithoutKeepingOthers()
    {
        await Store.SaveAsync(Subscription("a") with { NextDue = Noon - Duration.FromHours(1) }, Cancellation);
        await Store.SaveAsync(Subscription("b") with { NextDue = Noon }, Cancellation);
        await Store.ClaimAsync(Subscription("a", Noon - Duration.FromHours(1)), Today, 0, Post, "one", Noon, Lease, Cancellation);
        Assert.Equal(["b"], (await Store.ListDueAsync(Noon, 1, Cancellation)).Select(s => s.Channel));
        await Store.ReleaseAsync("a", Today, "one", "Why.", Noon + Duration.FromSeconds(30), Cancellation);
        await Store.RemoveAsync("b", Cancellation);
        Assert.Empty(await Store.ListDueAsync(Noon, 1, Cancellation));
        Assert.Equal(Noon + Duration.FromSeconds(30), await Store.GetNextDueAsync(Noon, Cancellation));
        Assert.Equal(["a"], (await Store.ListDueAsync(Noon + Duration.FromSeconds(30), 1, Cancellation)).Select(s => s.Channel));
    }

    [Fact]
    public async Task EveryMember_Cancelled_GivesUp()
    {
        await Store.GetNextDueAsync(Noon, Cancellation);
        var cancelled = new CancellationToken(canceled: true);
        Func<Task>[] calls =
        [
            () => Store.FindAsync("c", cancelled),
            () => Store.ListAsync("g", cancelled),
            () => Store.SaveAsync(Subscription("c"), cancelled),
            () => Store.UpdateAsync("c", s => s, cancelled),
            () => Store.RemoveAsync("c", cancelled),
            () => Store.ListDueAsync(Noon, 1, cancelled),
            () => Store.GetNextDueAsync(Noon, cancelled),
            () => Store.ClaimAsync(Subscription("c"), Today, 0, Post, "a", Noon, Lease, cancelled),
            () => Store.MarkPostedAsync(Subscription("c"), Today, "m", Noon, Noon, cancelled),
            () => Store.MarkSkippedAsync(Subscription("c"), Today, "a", "n", Noon, Noon, cancelled),
            () => Store.ReleaseAsync("c", Today, "a", "Why.", Noon, cancelled),
            () => Store.ListEntriesAsync("c", 1, cancelled),
        ];

        Assert.Equal(typeof(IDailyStore).GetMethods().Length, calls.Length);
        foreach (var call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        Assert.Null(await Store.FindAsync("c", Cancellation));
        Assert.Empty(await Store.ListEntriesAsync("c", 1, Cancellation));
    }
}
