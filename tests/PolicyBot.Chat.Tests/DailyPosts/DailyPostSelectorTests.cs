using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Tests.DailyPosts;

public sealed class DailyPostSelectorTests
{
    private static readonly ServedArticle Article = Serve(Sample.Set);

    [Fact]
    public void Select_DayAfterDay_RepeatsNothingUntilAllWereShown()
    {
        var posts = Run(6, _ => LedgerState.Posted);

        Assert.Equal(["unsafe", "idle", "back", "unsafe", "idle", "back"], posts.Select(p => p.QuoteId));
        Assert.Equal([0, 1, 0, 1, 0, 1], posts.Select(p => p.PointNumber!.Value));
        Assert.Equal(["when", "who", "why", "when", "who", "why"], posts.Select(p => p.QuestionId));
    }

    [Fact]
    public void Select_AfterSkippedDays_ShowsTheirContentAgain()
    {
        var posts = Run(5, day => day is 1 or 2 ? LedgerState.Skipped : LedgerState.Posted);

        Assert.Equal(["unsafe", "idle", "idle", "idle", "back"], posts.Select(p => p.QuoteId));
    }

    [Theory]
    [InlineData(DailyContent.Full, true, true)]
    [InlineData(DailyContent.Brief, true, false)]
    [InlineData(DailyContent.Quote, false, false)]
    public void Select_AnyContent_HasItsParts(DailyContent content, bool hasPoint, bool hasQuestion)
    {
        var post = DailyPostSelector.Select(Article, content, []);

        Assert.Equal("unsafe", post.QuoteId);
        Assert.Equal((hasPoint, hasPoint), (post.Summary is not null, post.PointNumber is not null));
        Assert.Equal(hasQuestion, post.Question is not null);
    }

    [Fact]
    public void Select_ArticleWithoutQuotes_HasASummary()
    {
        var post = DailyPostSelector.Select(Serve(Sample.Set with { Quotes = [] }), DailyContent.Quote, []);

        Assert.NotNull(post.Summary);
        Assert.Null(post.Quote);
    }

    [Theory]
    [InlineData("The town closed the harbour on May 2.", null)]
    [InlineData("The town closed it in May.", "The town closed it in May.")]
    public void Select_PointThatIsItsEvidence_HasOnlyTheEvidence(string text, string? expected)
    {
        var point = new Statement(text, [Sample.Passage("The town closed the harbour on May 2")]);
        var set = Sample.Set with { Summary = Sample.Set.Summary with { Points = [point] } };

        var post = DailyPostSelector.Select(Serve(set), DailyContent.Full, []);

        Assert.Equal(expected, post.Point);
        Assert.Equal(["The town closed the harbour on May 2"], post.PointEvidence);
    }

    [Fact]
    public void Select_ShortQuotes_ComeLast()
    {
        var posts = Run(5, _ => LedgerState.Posted, _ => Serve(Sample.WithShortQuotes));

        Assert.Equal(["idle", "safe", "not-safe", "idle", "safe"], posts.Select(p => p.QuoteId));
    }

    [Fact]
    public void Select_AllSeen_TakesTheOneSeenLongestAgo()
    {
        var seen = Seen(("unsafe", 0, "who"), ("back", 1, "why"), ("unsafe", 0, "when"), ("idle", 1, "why"));

        var post = DailyPostSelector.Select(Article, DailyContent.Full, seen);

        Assert.Equal(("idle", 1, "when"), (post.QuoteId, post.PointNumber, post.QuestionId));
    }

    [Fact]
    public void Select_SomeNeverSeen_TakesTheFirstOfThem()
    {
        var post = DailyPostSelector.Select(Article, DailyContent.Full, Seen(("back", 1, "when")));

        Assert.Equal(("unsafe", 0, "who"), (post.QuoteId, post.PointNumber, post.QuestionId));
    }

    [Fact]
    public void Select_SetHasGrown_ShowsTheNewEntriesNext()
    {
        var signed = new Quote("signed", Sample.Passage("Mayor Joan Hill signed the order."), "Ann Lee", []);
        var grown = Serve(Sample.Set with
        {
            Quotes = [signed, .. Sample.Set.Quotes],
            Questions = [.. Sample.Set.Questions, Sample.Why with { Id = "why not" }],
        });
        var posts = Run(9, _ => LedgerState.Posted, day => day < 4 ? Article : grown);

        Assert.Equal(
            ["unsafe", "idle", "back", "unsafe", "signed", "idle", "back", "unsafe", "signed"],
            posts.Select(p => p.QuoteId));
        Assert.Equal(
            ["when", "who", "why", "when", "why not", "who", "why", "when", "why not"],
            posts.Select(p => p.QuestionId));
    }

    [Fact]
    public void Select_SetHasShrunk_ContinuesWithTheRest()
    {
        var shrunk = Serve(Sample.Set with { Quotes = [.. Sample.Set.Quotes.Where(q => q.Id != "idle")] });
        var posts = Run(6, _ => LedgerState.Posted, day => day < 2 ? Article : shrunk);

        Assert.Equal(["unsafe", "idle", "back", "unsafe", "back", "unsafe"], posts.Select(p => p.QuoteId));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Select_SomeDaysSkipped_RepeatsNothingUntilAllWereShown(int every)
    {
        var posts = Run(60, day => day % every == 1 ? LedgerState.Skipped : LedgerState.Posted)
            .Where((_, day) => day % every != 1)
            .ToList();

        AssertInRounds(posts.Select(p => p.QuoteId), 3);
        AssertInRounds(posts.Select(p => p.QuestionId), 3);
        AssertInRounds(posts.Select(p => p.PointNumber), 2);
    }

    [Fact]
    public void Select_AfterAClaimedDay_ShowsItsContentAgain()
    {
        var posts = Run(3, day => day == 1 ? LedgerState.Claimed : LedgerState.Posted);

        Assert.Equal(["unsafe", "idle", "idle"], posts.Select(p => p.QuoteId));
    }

    [Fact]
    public void Select_AfterADaySkippedWithoutAPost_Continues()
    {
        var skipped = CreateEntry(new LocalDate(2026, 3, 11), LedgerState.Skipped, post: null);

        var post = DailyPostSelector.Select(Article, DailyContent.Full, [skipped, .. Seen(("unsafe", 0, "when"))]);

        Assert.Equal("idle", post.QuoteId);
    }

    [Fact]
    public void Select_OnlyQuotesForSomeDays_ContinuesWithPointsAndQuestions()
    {
        var posts = Run(
            5, _ => LedgerState.Posted, content: day => day is 1 or 2 ? DailyContent.Quote : DailyContent.Full);

        Assert.Equal(["unsafe", "idle", "back", "unsafe", "idle"], posts.Select(p => p.QuoteId));
        Assert.Equal([0, null, null, 1, 0], posts.Select(p => p.PointNumber));
        Assert.Equal(["when", null, null, "who", "why"], posts.Select(p => p.QuestionId));
    }

    [Fact]
    public void Select_SameLedger_GivesTheSamePost()
    {
        var ledger = Seen(("unsafe", 0, "who"), ("back", 1, "why"));

        var first = DailyPostSelector.Select(Article, DailyContent.Full, ledger);
        var second = DailyPostSelector.Select(Article, DailyContent.Full, ledger);

        Assert.Equal(first with { PointEvidence = [] }, second with { PointEvidence = [] });
        Assert.Equal(first.PointEvidence, second.PointEvidence);
    }

    private static ServedArticle Serve(KnowledgeSet set) =>
        new(set, (_, _) => throw new InvalidOperationException("No question is asked here."));

    // Checks that everything is shown once in each round.
    private static void AssertInRounds<T>(IEnumerable<T> shown, int size) => Assert.All(
        shown.Chunk(size).Where(c => c.Length == size),
        round => Assert.Equal(size, round.Distinct().Count()));

    // What a channel has seen, the latest day first.
    private static List<LedgerEntry> Seen(params (string Quote, int Point, string Question)[] posts) =>
    [
        .. posts.Select((p, daysAgo) =>
        {
            var day = new LocalDate(2026, 3, 10).PlusDays(-daysAgo);
            var post = new DailyPost { Source = "", QuoteId = p.Quote, PointNumber = p.Point, QuestionId = p.Question };
            return CreateEntry(day, LedgerState.Posted, post);
        }),
    ];

    // A ledger that grows day by day, latest first.
    private static List<DailyPost> Run(
        int days,
        Func<int, LedgerState> outcome,
        Func<int, ServedArticle>? article = null,
        Func<int, DailyContent>? content = null)
    {
        var ledger = new List<LedgerEntry>();
        var posts = new List<DailyPost>();
        for (var day = 0; day < days; day++)
        {
            var post = DailyPostSelector.Select(
                article?.Invoke(day) ?? Article, content?.Invoke(day) ?? DailyContent.Full, ledger);
            posts.Add(post);
            ledger.Insert(0, CreateEntry(new LocalDate(2026, 3, 1).PlusDays(day), outcome(day), post));
        }

        return posts;
    }

    private static LedgerEntry CreateEntry(LocalDate day, LedgerState state, DailyPost? post) =>
        new(Sample.Place, day, state, post, null, 1, null, Instant.FromUnixTimeSeconds(0));
}
