using NodaTime;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Tests.Support;
using PolicyBot.Storage.Usage;

namespace PolicyBot.Storage.Tests.Usage;

public sealed class UsageStoreTests(PostgresServer server) : StoreTests(server)
{
    private static readonly Duration Hour = Duration.FromHours(1);

    // Noon's day.
    private static readonly Instant Midnight = Instant.FromUtc(2026, 5, 20, 0, 0);

    [Theory]
    [OnBothDatabases]
    public async Task GetTotals_EveryKind_IsSummed(Database database)
    {
        UsageCount[] counts = [.. Enum.GetValues<UsageKind>().Select((k, i) => new UsageCount("a", "e", k, i + 1))];
        await AddAsync(Noon, counts);
        await AddAsync(Noon, counts);
        await AddAsync(Noon + Hour, counts);

        var totals = await Usage.GetTotalsAsync("guild", Noon - Hour, Noon + Hour, Cancellation);
        Assert.Equal(
            counts.Select(c => c with { Count = c.Count * 3 }).OrderBy(c => c.Kind), totals.OrderBy(c => c.Kind));
    }

    [Theory]
    [OnBothDatabases]
    public async Task GetTotals_Mixed_GroupsByArticleEntryAndKind(Database database)
    {
        UsageCount[] counts =
        [
            new("a", "", UsageKind.NotUnderstood, 4),
            new("a", "E", UsageKind.Answered, 1),
            new("a", "e", UsageKind.Answered, 1),
            new("a", "e", UsageKind.Helpful, 2),
            new("ä", "e", UsageKind.Answered, 3),
        ];
        await AddAsync(Noon, [.. counts.Reverse()]);
        await Usage.AddAsync([new UsageBatch("other", counts, [])], Noon, Cancellation);

        Assert.Equal(counts, await Usage.GetTotalsAsync("guild", Noon - Hour, Noon, Cancellation));
        Assert.Empty(await Usage.GetTotalsAsync("unknown", Noon - Hour, Noon, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task GetTotals_AdjacentRanges_CountEachOnce(Database database)
    {
        var tick = Duration.FromMilliseconds(1);
        for (var i = -1; i <= 1; i++)
            await AddAsync(Noon + (tick * i), new UsageCount("a", "e", UsageKind.Answered, 1));

        Assert.Equal(2, Assert.Single(await Usage.GetTotalsAsync("guild", Noon - Hour, Noon, Cancellation)).Count);
        Assert.Equal(1, Assert.Single(await Usage.GetTotalsAsync("guild", Noon, Noon + Hour, Cancellation)).Count);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Add_NegativeCounts_SumBelowZero(Database database)
    {
        await AddAsync(Noon, new UsageCount("a", "e", UsageKind.Helpful, 1));
        await AddAsync(Noon, new UsageCount("a", "e", UsageKind.Helpful, -2));
        await AddAsync(Noon + Hour, new UsageCount("a", "e", UsageKind.Helpful, -1));

        Assert.Equal(
            -2, Assert.Single(await Usage.GetTotalsAsync("guild", Noon - Hour, Noon + Hour, Cancellation)).Count);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Add_MoreThanOneStatementHolds_AddsAll(Database database)
    {
        UsageCount[] counts = [
            .. Enumerable.Range(0, 2500).Select(i => new UsageCount("a", $"e{i:0000}", UsageKind.Answered, i + 1))
        ];
        UnansweredQuestion[] questions = [.. Enumerable.Range(0, 2500).Select(i => Question($"Which {i}?", i + 1))];
        await Usage.AddAsync([new UsageBatch("guild", counts, questions)], Noon, Cancellation);

        Assert.Equal(counts, await Usage.GetTotalsAsync("guild", Noon - Hour, Noon, Cancellation));
        Assert.Equal(questions.Reverse(), await Usage.ListUnansweredAsync("guild", 5000, Cancellation));
        await Usage.AddAsync([], Noon, Cancellation);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Add_OneRowRejected_AddsNothing(Database database)
    {
        var wrong = new UsageBatch("other", [], [Question("Which?") with { Text = null! }]);

        await Assert.ThrowsAnyAsync<Exception>(
            () => Usage.AddAsync(
                [new UsageBatch("guild", [new("a", "e", UsageKind.Answered, 1)], []), wrong], Noon, Cancellation));
        Assert.Empty(await Usage.GetTotalsAsync("guild", Noon - Hour, Noon, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Add_SameRowsConcurrentlyInOtherOrders_LosesNone(Database database)
    {
        IUsageStore[] stores = [Usage, NewUsage()];
        string[] communities = ["guild", "other"];
        UsageBatch[] batches = [.. communities.Select(c => new UsageBatch(
            c,
            [.. Enumerable.Range(0, 20).Select(i => new UsageCount("a", $"e{i}", UsageKind.Answered, 1))],
            [.. Enumerable.Range(0, 20).Select(i => Question($"Which {i}?"))]))];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(
            async () =>
            {
                var random = new Random(task);
                for (var i = 0; i < 10; i++)
                {
                    UsageBatch[] shuffled = [
                        .. batches.Select(b => new UsageBatch(b.Server, Shuffled(b.Counts), Shuffled(b.Questions)))
                    ];
                    await stores[task % 2].AddAsync(Shuffled(shuffled), Noon, Cancellation);
                }

                T[] Shuffled<T>(IReadOnlyList<T> all) => [.. all.OrderBy(_ => random.Next())];
            },
            Cancellation)));

        foreach (var community in communities)
        {
            var totals = await Usage.GetTotalsAsync(community, Noon - Hour, Noon, Cancellation);
            Assert.Equal(20, totals.Count);
            Assert.All(totals, c => Assert.Equal(80, c.Count));
            var open = await Usage.ListUnansweredAsync(community, 100, Cancellation);
            Assert.Equal(20, open.Count);
            Assert.All(open, q => Assert.Equal(80, q.Count));
        }
    }

    [Theory]
    [OnBothDatabases]
    public async Task GetDailyCounts_Mixed_EarliestFirst(Database database)
    {
        await AddAsync(Midnight - Duration.FromMilliseconds(1), new UsageCount("a", "e", UsageKind.Answered, 1));
        await AddAsync(Midnight, new UsageCount("a", "e", UsageKind.Answered, 2));
        await AddAsync(Noon, new UsageCount("a", "f", UsageKind.Answered, 3), new UsageCount(
            "b", "e", UsageKind.Answered, 4), new UsageCount("a", "", UsageKind.Offered, 5));
        await Usage.AddAsync([new UsageBatch("other", [new("a", "e", UsageKind.Answered, 9)], [])], Noon, Cancellation);

        Assert.Equal(
            [new(Today.PlusDays(-1), UsageKind.Answered, 1), new(
                Today, UsageKind.Answered, 9), new(Today, UsageKind.Offered, 5)],
            await Usage.GetDailyCountsAsync("guild", Noon - Duration.FromDays(9), Noon, Cancellation));
        Assert.Equal([
            new(Today, UsageKind.Answered, 2)
        ], await Usage.GetDailyCountsAsync("guild", Midnight - Duration.FromMilliseconds(1), Midnight, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task ListUnanswered_Mixed_MostAskedFirst(Database database)
    {
        await AskAsync(Noon, Question("twice, earlier", 2), Question("B"), Question("a"), Question("ä"));
        await AskAsync(Noon + Hour, Question("twice, later", 2), Question("later"));
        await Usage.AddAsync([new UsageBatch("other", [], [Question("elsewhere", 9)])], Noon, Cancellation);

        var open = await Usage.ListUnansweredAsync("guild", 10, Cancellation);
        Assert.Equal(["twice, later", "twice, earlier", "later", "B", "a", "ä"], open.Select(q => q.Text));
        Assert.Equal(Question("twice, later", 2) with { LastAt = Noon + Hour, FirstAt = Noon + Hour }, open[0]);
        Assert.Equal(["twice, later"], (await Usage.ListUnansweredAsync("guild", 1, Cancellation)).Select(q => q.Text));
        Assert.Empty(await Usage.ListUnansweredAsync("guild", 0, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Usage.ListUnansweredAsync("guild", -1, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task ListAbout_SeveralServers_SumsQuestions(Database database)
    {
        var refused = Assert.IsAssignableFrom<IUnansweredQuestions>(Usage);
        await AskAsync(Noon, Question("both"), Question("dismissed", 9), Question("one", 4));
        await Usage.AddAsync(
            [new UsageBatch("other", [], [Question("both", 5) with { Kind = UsageKind.NotHelpful }])], Noon + Hour,
            Cancellation);
        await AskAsync(Noon, Question("elsewhere") with { Article = "another" });
        await Usage.DismissAsync("guild", "a", ["dismissed"], Cancellation);

        var all = await refused.ListAboutAsync("a", 10, Cancellation);

        Assert.Equal(["both", "one"], all.Select(q => q.Text));
        Assert.Equal((6, UsageKind.NotHelpful, Noon + Hour), (all[0].Count, all[0].Kind, all[0].LastAt));
        Assert.Equal(["both"], (await refused.ListAboutAsync("a", 1, Cancellation)).Select(q => q.Text));
        Assert.Empty(await refused.ListAboutAsync("unknown", 10, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Add_AskedAgain_KeepsLaterKindAndTime(Database database)
    {
        await AskAsync(Noon, Question("Which?") with { Kind = UsageKind.NotInArticle });
        await AskAsync(Noon + Hour, Question("Which?", 2) with { Kind = UsageKind.NotHelpful });
        // From an instance with another clock, or one that was delayed.
        await AskAsync(Noon - Hour, Question("Which?") with { Kind = UsageKind.NotUnderstood });

        Assert.Equal([
            new("a", "Which?", UsageKind.NotHelpful, 4, Noon + Hour) { FirstAt = Noon - Hour }
        ], await Usage.ListUnansweredAsync("guild", 10, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Add_UnusualText_IsStored(Database database)
    {
        string[] odd = ["'; DROP TABLE usage; --", "{0} {{1}} 👩‍🚀", "100 % @p0", new string('漢', 300)];
        await Usage.AddAsync([
            new UsageBatch("{0}'", [new("{1}'", "{2}'", UsageKind.Picked, 1)], [.. odd.Select(t => Question(t))])
        ], Noon, Cancellation);

        Assert.Equal([
            new("{1}'", "{2}'", UsageKind.Picked, 1)
        ], await Usage.GetTotalsAsync("{0}'", Noon - Hour, Noon, Cancellation));
        Assert.Equal(
            odd.Order(StringComparer.Ordinal),
            (await Usage.ListUnansweredAsync("{0}'", 10, Cancellation)).Select(q => q.Text)
                .Order(StringComparer.Ordinal));
        Assert.Equal(4, await Usage.DismissAsync("{0}'", "a", odd, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Dismiss_AskedAgain_StaysDismissedUntilExpired(Database database)
    {
        await AskAsync(Noon, Question("Which?"), Question("What?"), Question("Which?") with { Article = "b" });
        await Usage.AddAsync([new UsageBatch("other", [], [Question("Which?")])], Noon, Cancellation);

        Assert.Equal(1, await Usage.DismissAsync("guild", "b", ["Which?", "What?"], Cancellation));
        Assert.Equal(1, await Usage.DismissAsync("guild", "a", ["Which?", "Unknown?"], Cancellation));
        Assert.Equal(0, await Usage.DismissAsync("guild", "a", [], Cancellation));
        await AskAsync(Noon + Hour, Question("Which?"));
        Assert.Equal(["What?"], (await Usage.ListUnansweredAsync("guild", 10, Cancellation)).Select(q => q.Text));
        Assert.Single(await Usage.ListUnansweredAsync("other", 10, Cancellation));

        await Usage.PurgeExpiredAsync(Noon + (2 * Hour), Noon, Noon, Cancellation);
        await AskAsync(Noon + (3 * Hour), Question("Which?"));
        Assert.Equal([
            Question("Which?") with { LastAt = Noon + (3 * Hour), FirstAt = Noon + (3 * Hour) }
        ], await Usage.ListUnansweredAsync("guild", 10, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Add_AskedAgain_KeepsTheFirstTimeAndTheSuggestion(Database database)
    {
        await AskAsync(Noon, Question("Which?"));
        await Usage.AddAsync(
            [
                new UsageBatch("guild", [], [])
                {
                    Suggestions = [new("a", "Which?", "e1"), new("a", "Gone?", "e2")],
                },
            ],
            Noon,
            Cancellation);
        await AskAsync(Noon + Hour, Question("Which?"));

        var question = Assert.Single(await Usage.ListUnansweredAsync("guild", 10, Cancellation));
        Assert.Equal(
            (Noon, Noon + Hour, "e1", 2),
            (question.FirstAt, question.LastAt, question.SuggestedEntry, question.Count));
        Assert.Equal([question], await new UsageStore(NewDatabase()).ListAboutAsync("a", 10, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task TrimQuestions_TooMany_DeletesTheOldestAskedOnceFirst(Database database)
    {
        await AskAsync(Noon - (3 * Hour), Question("oldest, often", 2), Question("old, once"));
        await AskAsync(Noon - (2 * Hour), Question("once"), Question("once, about b") with { Article = "b" });
        await AskAsync(Noon, Question("new, once"), Question("new, often", 9));
        var others = Enumerable.Range(0, 9).Select(i => Question($"{i}"));
        await Usage.AddAsync([new UsageBatch("other", [], [.. others])], Noon, Cancellation);

        await Usage.TrimQuestionsAsync(["guild", "empty"], 6, Cancellation);
        Assert.Equal(6, (await Usage.ListUnansweredAsync("guild", 10, Cancellation)).Count);
        await Usage.TrimQuestionsAsync(["guild", "empty"], 3, Cancellation);
        var left = await Usage.ListUnansweredAsync("guild", 10, Cancellation);
        Assert.Equal(
            ["new, often", "new, once", "oldest, often"], left.Select(q => q.Text).Order(StringComparer.Ordinal));
        await Usage.TrimQuestionsAsync(["guild"], 1, Cancellation);

        Assert.Equal(["new, often"], (await Usage.ListUnansweredAsync("guild", 10, Cancellation)).Select(q => q.Text));
        Assert.Equal(9, (await Usage.ListUnansweredAsync("other", 10, Cancellation)).Count);
    }

    [Theory]
    [OnBothDatabases]
    public async Task PurgeExpired_OldQuestions_AreDeleted(Database database)
    {
        await AskAsync(Noon - Duration.FromMilliseconds(1), Question("old"), Question("asked again"));
        await AskAsync(Noon, Question("new"), Question("asked again"));
        await Usage.PurgeExpiredAsync(Noon, Noon, Noon, Cancellation);

        Assert.Equal(
            ["asked again", "new"], (await Usage.ListUnansweredAsync("guild", 10, Cancellation)).Select(q => q.Text));
    }

    [Theory]
    [OnBothDatabases]
    public async Task PurgeExpired_OldCounts_AreDeletedByWholeDays(Database database)
    {
        for (var i = -2; i <= 0; i++)
            await AddAsync(Noon + Duration.FromDays(i), new UsageCount("a", "e", UsageKind.Answered, 1));
        await Usage.PurgeExpiredAsync(
            Instant.MinValue, Noon - Duration.FromDays(1) + Hour, Instant.MinValue, Cancellation);

        Assert.Equal([Today.PlusDays(-1), Today], (await DaysAsync()).Select(d => d.Day));
    }

    [Theory]
    [OnBothDatabases]
    public async Task PurgeExpired_OlderCounts_AreSummedByDay(Database database)
    {
        var (answered, helpful) =
            (new UsageCount("a", "e", UsageKind.Answered, 1), new UsageCount("a", "e", UsageKind.Helpful, -1));
        Instant[] times = [
            Midnight - Duration.FromDays(1), Midnight - (23 * Hour), Midnight - (5 * Hour),
            Midnight - Duration.FromMilliseconds(1), Midnight, Noon
        ];
        foreach (var time in times)
        {
            await AddAsync(time, answered, helpful);
            await Usage.AddAsync([new UsageBatch("other", [answered], [])], time, Cancellation);
        }
        var (totals, days) =
            (await Usage.GetTotalsAsync("guild", Instant.MinValue, Noon, Cancellation), await DaysAsync());

        // Several times, first in the middle of a day; then late data arrives.
        for (var i = 0; i < 3; i++)
        {
            await Usage.PurgeExpiredAsync(Instant.MinValue, Instant.MinValue, Noon + Hour, Cancellation);
            Assert.Equal(totals, await Usage.GetTotalsAsync("guild", Instant.MinValue, Noon, Cancellation));
            Assert.Equal(days, await DaysAsync());
            Assert.Equal(3 * 3, await CountAsync("SELECT count(*) FROM usage"));
            Assert.Equal(3, await CountAsync("SELECT count(*) FROM usage WHERE at % 86400000 <> 0"));
        }
        await AddAsync(Midnight - Hour, answered);
        await Usage.PurgeExpiredAsync(Instant.MinValue, Instant.MinValue, Noon, Cancellation);
        Assert.Equal(3 * 3, await CountAsync("SELECT count(*) FROM usage"));
        Assert.Equal(new DayCount(Today.PlusDays(-1), UsageKind.Answered, 5), (await DaysAsync())[0]);
    }

    [Theory]
    [OnBothDatabases]
    public async Task PurgeExpired_ConcurrentAdds_CountEachOnce(Database database)
    {
        IUsageStore[] stores = [Usage, NewUsage(), NewUsage(), NewUsage()];
        await Task.WhenAll(stores.Select((store, number) => Task.Run(
            async () =>
            {
                for (var i = 0; i < 30; i++)
                {
                    if (number % 2 == 0)
                        await store.PurgeExpiredAsync(Noon - Hour, Instant.MinValue, Noon, Cancellation);
                    var counts =
                        Enumerable.Range(0, 10).Select(e => new UsageCount("a", $"e{e}", UsageKind.Answered, 1));
                    await store.AddAsync([
                        new UsageBatch("guild", [.. counts], [Question("Which?"), Question("What?")])
                    ], Noon - Duration.FromDays(1) - Duration.FromMilliseconds(i % 5), Cancellation);
                    await store.DismissAsync("guild", "a", ["Which?", "What?"], Cancellation);
                }
            },
            Cancellation)));
        await Usage.PurgeExpiredAsync(Noon - Hour, Instant.MinValue, Noon, Cancellation);

        var totals = await Usage.GetTotalsAsync("guild", Instant.MinValue, Noon, Cancellation);
        Assert.Equal(10, totals.Count);
        Assert.All(totals, c => Assert.Equal(120, c.Count));
        Assert.Equal(10, await CountAsync("SELECT count(*) FROM usage"));
    }

    [Theory]
    [OnBothDatabases]
    public async Task EveryQuery_ManyRows_UsesIndex(Database database)
    {
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        var day = UsageStatements.GetDayStart(Noon);
        await ExecuteAsync($"""
            INSERT INTO usage (community, at, article, entry, kind, count)
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29999)
            SELECT 'guild' || (i % 100), {day} - 86400000 * CAST(i / 100 AS BIGINT) +
                CASE WHEN i < 300 THEN 7 ELSE 0 END, 'a', 'e', 'answered', 1 FROM n
            """);
        await ExecuteAsync($"""
            INSERT INTO questions (community, article, text, kind, count, first_at, last_at, dismissed)
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29999)
            SELECT 'guild' || (i % 100), 'a', 'Which ' || i, 'not_understood', i % 7, 0,
                {day} - 86400 * CAST(i AS BIGINT), FALSE FROM n
            """);
        await ExecuteAsync("ANALYZE");

        using var context = TestDatabase.CreateEngine().CreateContext();
        var old = day - (86_400_000L * 290);
        AssertByIndex(await PlanAsync(context, UsageQueries.BetweenTimes(context, "guild1", day - 86_400_000, day)));
        AssertByIndex(await PlanAsync(context, UsageQueries.Unanswered(context, "guild1", 10)));
        Assert.Contains("ix_questions_open", await PlanAsync(
            context, UsageQueries.Unanswered(context, "guild1", 10)), StringComparison.Ordinal);
        Assert.Contains(
            "ix_usage_at", await PlanAsync(context, UsageQueries.OldCounts(context, old)), StringComparison.Ordinal);
        Assert.Contains(
            "ix_questions_last_at",
            await PlanAsync(context, UsageQueries.OldQuestions(context, Instant.FromUnixTimeMilliseconds(old))),
            StringComparison.Ordinal);
        Assert.Contains("ix_usage_unfolded", await PlanAsync(
            context, UsageStatements.Fold(day - 86_400_000)), StringComparison.Ordinal);
        Assert.Contains("ix_usage_unfolded", await PlanAsync(
            context, UsageStatements.DeleteFolded(day - 86_400_000)), StringComparison.Ordinal);
    }

    [Theory]
    [OnBothDatabases]
    public async Task EveryMember_Canceled_Throws(Database database)
    {
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        var cancelled = new CancellationToken(canceled: true);
        Func<Task>[] calls =
        [
            () =>
                Usage.AddAsync([new UsageBatch("guild", [new("a", "e", UsageKind.Answered, 1)], [])], Noon, cancelled),
            () => Usage.GetTotalsAsync("guild", Noon, Noon, cancelled),
            () => Usage.GetDailyCountsAsync("guild", Noon, Noon, cancelled),
            () => Usage.ListUnansweredAsync("guild", 1, cancelled),
            () => Usage.DismissAsync("guild", "a", ["Which?"], cancelled),
            () => Usage.PurgeExpiredAsync(Noon, Noon, Noon, cancelled),
            () => Usage.TrimQuestionsAsync(["guild"], 1, cancelled),
        ];

        Assert.Equal(typeof(IUsageStore).GetMethods().Length, calls.Length);
        foreach (var call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        Assert.Empty(await Usage.GetTotalsAsync("guild", Noon - Hour, Noon, Cancellation));
    }

    private static UnansweredQuestion Question(string text, int count = 1) =>
        new("a", text, UsageKind.NotUnderstood, count, Noon);

    private Task AddAsync(Instant at, params UsageCount[] counts) =>
        Usage.AddAsync([new UsageBatch("guild", counts, [])], at, Cancellation);

    private Task AskAsync(Instant at, params UnansweredQuestion[] questions) =>
        Usage.AddAsync([new UsageBatch("guild", [], questions)], at, Cancellation);

    private Task<IReadOnlyList<DayCount>> DaysAsync() =>
        Usage.GetDailyCountsAsync("guild", Instant.MinValue, Noon, Cancellation);
}
