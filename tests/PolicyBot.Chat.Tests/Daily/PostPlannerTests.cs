using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Daily;
using PolicyBot.Chat.Replies;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Daily;

public sealed class PostPlannerTests
{
    private static readonly ServedArticle Article = new(Sample.Set, _ => throw new InvalidOperationException("Nothing is asked."));

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
        var posts = Run(5, day => day is 1 or 2 ? LedgerState.Dropped : LedgerState.Posted);

        Assert.Equal(["unsafe", "idle", "idle", "idle", "back"], posts.Select(p => p.QuoteId));
    }

    [Theory]
    [InlineData(DailyContent.Full, true, true)]
    [InlineData(DailyContent.Brief, true, false)]
    [InlineData(DailyContent.Quote, false, false)]
    public void Plan_Content_HoldsThatMuch(DailyContent content, bool hasPoint, bool hasQuestion)
    {
        var post = PostPlanner.Plan(Article, content, []);

        Assert.Equal(("unsafe", hasPoint, hasPoint, hasQuestion), (post.QuoteId, post.Summary is not null, post.Point is not null, post.Question is not null));
    }

    [Fact]
    public void Plan_ArticleWithoutQuotes_StillSaysSomething()
    {
        var post = PostPlanner.Plan(new ServedArticle(Sample.Set with { Quotes = [] }, _ => throw new InvalidOperationException()), DailyContent.Quote, []);

        Assert.NotNull(post.Summary);
        Assert.Null(post.Quote);
    }

    [Fact]
    public void Of_Post_ShowsAllOfItAndIsKnownByItsDay()
    {
        var reply = DailyPostReply.Of(PostPlanner.Plan(Article, DailyContent.Full, []), new LocalDate(2026, 3, 1), Sample.Place);

        Assert.Equal(["The answer", "Full summary", "In context"], reply.Does());
        Assert.All(reply.Actions, a => Assert.Equal("2026-03-01", a.Invocation.Option("day")));
        Assert.Equal(["The town closed the harbour.", "The town closed the harbour on May 2.", "When did the town close the harbour?"], reply.Paragraphs().Concat(reply.Items()));
        Assert.Contains(new Block.Quotation("The water is not safe", "The report"), reply.Blocks);
    }

    // A ledger that grows day by day, latest first.
    private static List<DailyPost> Run(int days, Func<int, LedgerState> outcome)
    {
        var ledger = new List<LedgerEntry>();
        var posts = new List<DailyPost>();
        for (var day = 0; day < days; day++)
        {
            var post = PostPlanner.Plan(Article, DailyContent.Full, ledger);
            posts.Add(post);
            ledger.Insert(0, new LedgerEntry(Sample.Place, new LocalDate(2026, 3, 1).PlusDays(day), outcome(day), post, null, 1, null, Instant.FromUnixTimeSeconds(0)));
        }

        return posts;
    }
}
