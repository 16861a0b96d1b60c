using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Tests.Daily;

public sealed class PostPlannerTests
{
    private static readonly ServedArticle Article =
        new(Sample.Set, (_, _) => throw new InvalidOperationException("Nothing is asked."));

    [Fact]
    public void Plan_DayAfterDay_RepeatsNothingBeforeAllWereShown()
    {
        var posts = Run(6, _ => LedgerState.Posted);

        Assert.Equal(["unsafe", "idle", "back", "unsafe", "idle", "back"], posts.Select(p => p.QuoteId));
        Assert.Equal([0, 1, 0, 1, 0, 1], posts.Select(p => p.PointNumber!.Value));
        Assert.Equal(["when", "who", "why", "when", "who", "why"], posts.Select(p => p.QuestionId));
    }

    [Fact]
    public void Plan_DaysThatWereLeftOut_CoverNothing()
    {
        var posts = Run(5, day => day is 1 or 2 ? LedgerState.Skipped : LedgerState.Posted);

        Assert.Equal(["unsafe", "idle", "idle", "idle", "back"], posts.Select(p => p.QuoteId));
    }

    [Theory]
    [InlineData(DailyContent.Full, true, true)]
    [InlineData(DailyContent.Brief, true, false)]
    [InlineData(DailyContent.Quote, false, false)]
    public void Plan_Content_HoldsThatMuch(DailyContent content, bool hasPoint, bool hasQuestion)
    {
        var post = DailyPostSelector.Select(Article, content, []);

        Assert.Equal(
            ("unsafe", hasPoint, hasPoint, hasQuestion),
            (post.QuoteId, post.Summary is not null, post.Point is not null, post.Question is not null));
    }

    [Fact]
    public void Plan_ArticleWithoutQuotes_StillSaysSomething()
    {
        var post = DailyPostSelector.Select(new ServedArticle(
            Sample.Set with { Quotes = [] }, (_, _) => throw new InvalidOperationException()), DailyContent.Quote, []);

        Assert.NotNull(post.Summary);
        Assert.Null(post.Quote);
    }

    [Fact]
    public void Of_Post_ShowsAllOfItAndIsKnownByItsDay()
    {
        var reply = DailyPostReply.Create(
            DailyPostSelector.Select(Article, DailyContent.Full, []), new LocalDate(2026, 3, 1), Sample.Place);

        Assert.Equal(["The answer", "Full summary", "In context"], reply.Does());
        Assert.All(reply.Actions, a => Assert.Equal("2026-03-01", a.Request.GetOption("day")));
        Assert.Equal(
            [
                "The town closed the harbour.", "The town closed the harbour on May 2.",
                "When did the town close the harbour?"
            ],
            reply.Paragraphs().Concat(reply.Items()));
        Assert.Contains(new Block.Quote("The water is not safe", "The report"), reply.Blocks);
    }

    [Fact]
    public void Plan_AllSeen_TakesTheOneSeenLongestAgo()
    {
        var post = DailyPostSelector.Select(Article, DailyContent.Full, Seen(
            ("unsafe", 0, "who"), ("back", 1, "why"), ("unsafe", 0, "when"), ("idle", 1, "why")));

        Assert.Equal(("idle", 1, "when"), (post.QuoteId, post.PointNumber, post.QuestionId));
    }

    [Fact]
    public void Plan_SomeNeverSeen_TakesTheFirstOfThemInTheOrderOfTheSet()
    {
        var post = DailyPostSelector.Select(Article, DailyContent.Full, Seen(("back", 1, "when")));

        Assert.Equal(("unsafe", 0, "who"), (post.QuoteId, post.PointNumber, post.QuestionId));
    }

    [Fact]
    public void Plan_SetThatGrows_ShowsWhatIsNewNextAndThenGoesOn()
    {
        var grown = new ServedArticle(
            Sample.Set with
            {
                Quotes = [
                    new Quote("signed", Sample.Passage("Mayor Joan Hill signed the order."), "Ann Lee", []),
                    .. Sample.Set.Quotes
                ],
                Questions = [.. Sample.Set.Questions, Sample.Why with { Id = "why not" }],
            },
            (_, _) => throw new InvalidOperationException());
        var posts = Run(9, _ => LedgerState.Posted, day => day < 4 ? Article : grown);

        Assert.Equal([
            "unsafe", "idle", "back", "unsafe", "signed", "idle", "back", "unsafe", "signed"
        ], posts.Select(p => p.QuoteId));
        Assert.Equal([
            "when", "who", "why", "when", "why not", "who", "why", "when", "why not"
        ], posts.Select(p => p.QuestionId));
    }

    [Fact]
    public void Plan_SetThatShrinks_GoesOnWithWhatIsLeft()
    {
        var shrunk = new ServedArticle(
            Sample.Set with { Quotes = [.. Sample.Set.Quotes.Where(q => q.Id != "idle")] },
            (_, _) => throw new InvalidOperationException());
        var posts = Run(6, _ => LedgerState.Posted, day => day < 2 ? Article : shrunk);

        Assert.Equal(["unsafe", "idle", "back", "unsafe", "back", "unsafe"], posts.Select(p => p.QuoteId));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Plan_EveryFewthDayLeftOut_RepeatsNothingBeforeAllWereShown(int every)
    {
        var posts = Run(60, day => day % every == 1 ? LedgerState.Skipped : LedgerState.Posted).Where(
            (_, day) => day % every != 1).ToList();

        AssertInRounds(posts.Select(p => p.QuoteId), 3);
        AssertInRounds(posts.Select(p => p.QuestionId), 3);
        AssertInRounds(posts.Select(p => p.PointNumber), 2);
    }

    [Fact]
    public void Plan_ClaimedDay_IsNotSeenYet()
    {
        var posts = Run(3, day => day == 1 ? LedgerState.Claimed : LedgerState.Posted);

        Assert.Equal(["unsafe", "idle", "idle"], posts.Select(p => p.QuoteId));
    }

    [Fact]
    public void Plan_DayThatWasDroppedUnsaid_CoversNothing()
    {
        var unsaid = new LedgerEntry(Sample.Place, new LocalDate(
            2026, 3, 2), LedgerState.Skipped, null, null, 0, "Too late.", Instant.FromUnixTimeSeconds(0));

        Assert.Equal(
            "idle",
            DailyPostSelector.Select(Article, DailyContent.Full, [unsaid, .. Seen(("unsafe", 0, "when"))]).QuoteId);
    }

    [Fact]
    public void Plan_QuotesAloneForAWhile_GoesOnWithPointsAndQuestionsWhereTheyEnded()
    {
        var posts =
            Run(5, _ => LedgerState.Posted, content: day => day is 1 or 2 ? DailyContent.Quote : DailyContent.Full);

        Assert.Equal(["unsafe", "idle", "back", "unsafe", "idle"], posts.Select(p => p.QuoteId));
        Assert.Equal([0, null, null, 1, 0], posts.Select(p => p.PointNumber));
        Assert.Equal(["when", null, null, "who", "why"], posts.Select(p => p.QuestionId));
    }

    [Fact]
    public void Plan_SameLedger_GivesTheSamePost()
    {
        var ledger = Seen(("unsafe", 0, "who"), ("back", 1, "why"));

        Assert.Equal(
            DailyPostSelector.Select(Article, DailyContent.Full, ledger) with { PointEvidence = [] },
            DailyPostSelector.Select(Article, DailyContent.Full, ledger) with { PointEvidence = [] });
    }

    // Each so many in a row are different ones.
    private static void AssertInRounds<T>(IEnumerable<T> shown, int size) =>
        Assert.All(
            shown.Chunk(size).Where(c => c.Length == size), round => Assert.Equal(size, round.Distinct().Count()));

    // What a channel has seen, the latest day first.
    private static List<LedgerEntry> Seen(params (string Quote, int Point, string Question)[] posts) =>
    [
        .. posts.Select((p, daysAgo) => Entry(
            new LocalDate(2026, 3, 10).PlusDays(-daysAgo), LedgerState.Posted,
            new DailyPost { Source = "", QuoteId = p.Quote, PointNumber = p.Point, QuestionId = p.Question })),
    ];

    // A ledger that grows day by day, latest first.
    private static List<DailyPost> Run(
        int days, Func<int, LedgerState> outcome, Func<int, ServedArticle>? article = null,
        Func<int, DailyContent>? content = null)
    {
        var ledger = new List<LedgerEntry>();
        var posts = new List<DailyPost>();
        for (var day = 0; day < days; day++)
        {
            var post = DailyPostSelector.Select(
                article?.Invoke(day) ?? Article, content?.Invoke(day) ?? DailyContent.Full, ledger);
            posts.Add(post);
            ledger.Insert(0, Entry(new LocalDate(2026, 3, 1).PlusDays(day), outcome(day), post));
        }

        return posts;
    }

    private static LedgerEntry Entry(LocalDate day, LedgerState state, DailyPost post) =>
        new(Sample.Place, day, state, post, null, 1, null, Instant.FromUnixTimeSeconds(0));
}
