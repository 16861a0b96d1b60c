using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.DailyPosts;

public sealed class DailyPostReplyTests
{
    private static readonly LocalDate Day = new(2026, 3, 1);

    private static readonly DailyPost Post = new()
    {
        Title = "Harbour",
        Summary = "The town closed the harbour.",
        PointNumber = 0,
        Point = "The harbour has been closed since May.",
        PointEvidence = ["The town closed the harbour on May 2."],
        QuoteId = "unsafe",
        Quote = "The water is not safe",
        Speaker = "The report",
        QuestionId = "when",
        Question = "When did the town close the harbour?",
        AskedCount = 3,
        AskedUnanswered = 1,
        MostAsked = "Who signed?",
        Source = "“Harbour”",
    };

    [Fact]
    public void Create_FullPost_ShowsEverythingUnderTheArticlesTitle()
    {
        var reply = Create(Post);

        Assert.Equal("Today from “Harbour”", reply.Title);
        Assert.Equal(
            [
                new Block.Paragraph("The town closed the harbour."),
                new Block.Paragraph("The harbour has been closed since May.", "Point of the day"),
                new Block.Quote("The town closed the harbour on May 2."),
                new Block.Subheading("Quote of the day"),
                new Block.Quote("The water is not safe", "The report"),
                new Block.Paragraph("When did the town close the harbour?", "Question of the day"),
                new Block.Note(
                    "Since the last post, you've asked me 3 questions here; I couldn't answer 1. "
                    + "Asked most often: “Who signed?”"),
            ],
            reply.Blocks);
        Assert.Equal("“Harbour”", reply.Source?.Text);
    }

    [Fact]
    public void Create_AnyPost_HasItsDayInEveryAction()
    {
        var reply = Create(Post);

        Assert.Equal(["The answer", "Full summary", "In context"], reply.Does());
        Assert.All(reply.Actions, a => Assert.Equal("2026-03-01", a.Request.GetOption("day")));
    }

    [Fact]
    public void Create_PointThatIsItsEvidence_ShowsItOnceAsQuote()
    {
        var reply = Create(Post with { Point = null });

        Assert.Equal(
            [new Block.Subheading("Point of the day"), new Block.Quote("The town closed the harbour on May 2.")],
            reply.Blocks.Skip(1).Take(2));
    }

    [Fact]
    public void Create_QuoteOnly_NamesTheArticleInTheTitle()
    {
        var post = new DailyPost { Title = "Harbour", Quote = "The water is not safe", Source = "“Harbour”" };

        var reply = Create(post);

        Assert.Equal("Quote of the day from “Harbour”", reply.Title);
        Assert.Equal([new Block.Quote("The water is not safe")], reply.Blocks);
    }

    [Fact]
    public void Create_OldPostWithoutTitle_HasATitle() =>
        Assert.Equal("Today from the article", Create(Post with { Title = null }).Title);

    [Theory]
    [InlineData(1, 0, "Since the last post, you've asked me 1 question here; I answered it.")]
    [InlineData(1, 1, "Since the last post, you've asked me 1 question here; I couldn't answer it.")]
    [InlineData(2, 0, "Since the last post, you've asked me 2 questions here; I answered all of them.")]
    [InlineData(9, 4, "Since the last post, you've asked me 9 questions here; I couldn't answer 4.")]
    public void Create_QuestionsWereAsked_SaysHowMany(int count, int unanswered, string expected)
    {
        var reply = Create(Post with { AskedCount = count, AskedUnanswered = unanswered, MostAsked = null });

        Assert.Equal(new Block.Note(expected), reply.Blocks[^1]);
    }

    private static Reply Create(DailyPost post) => DailyPostReply.Create(post, Day, Sample.Place);
}
