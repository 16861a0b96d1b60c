using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Chat.Tests.Commands;

/// <summary>Tests messages that ask several questions.</summary>
public sealed class SeveralQuestionsTests
{
    private static readonly Dictionary<string, Answer> Answers = new(StringComparer.Ordinal)
    {
        ["Why closed?"] = Sample.Answered(Sample.Why),
        ["Who signed?"] = Sample.Answered(Sample.Who),
        ["What cost?"] = Sample.NotInArticle(),
        ["Who then?"] = Sample.NoPreparedAnswer(Sample.Who, "The water is not safe"),
        ["Which one?"] = Sample.Ambiguous(Sample.Who, Sample.When),
        ["Qwx?"] = Sample.NotUnderstood(),
        ["How are you?"] = Sample.SmallTalk(SmallTalkKind.Greeting, Sample.Who),
        ["Thanks?"] = Sample.SmallTalk(SmallTalkKind.Thanks),
    };

    [Fact]
    public async Task Ask_Several_AnswersThemInOrderInOneReply()
    {
        var reply = await AskAsync("Why closed? What cost?");

        Assert.Null(reply.Title);
        Assert.Equal(
            [
                new Block.Subheading($"1. {Sample.Why.Question}"), new Block.Paragraph(Sample.Why.AnswerText),
                new Block.Quote("The water is not safe", "The report"),
                new Block.Subheading("2. The article doesn't say that."), new Block.Note("The closest passage:"),
                new Block.Quote("The water is not safe", "The report"),
            ],
            reply.Blocks);
        Assert.Equal("“Town Closes Harbour”, by Ann Lee", reply.Source?.Text);
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task Ask_Several_OffersEachUnansweredQuestionOnce()
    {
        // “Why?” offers When and Who; the two others offer Why.
        var reply = await AskAsync("Why closed? What cost? Who then?");

        Assert.Equal("You can ask next:", reply.ChoicesHeading);
        Assert.Equal([Sample.When.Question], reply.Labels());
    }

    [Fact]
    public async Task Ask_SeveralOneUnclear_ListsWhatItMayMeanUnderIt()
    {
        var reply = await AskAsync("What cost? Which one?");

        var heading = reply.Blocks.ToList().IndexOf(new Block.Subheading("2. Which of these did you mean?"));
        var list = Assert.Single(reply.Blocks.Skip(heading).OfType<Block.List>());
        Assert.Equal([Sample.Who.Question, Sample.When.Question], list.Items.Select(i => i.Text));
        Assert.Superset(list.Items.Select(i => i.Text).ToHashSet(), reply.Labels().ToHashSet());
    }

    [Fact]
    public async Task Ask_Several_ShowsEachAnswerInContext()
    {
        var bot = Sample.Bot(Answers);
        var reply = await bot.RunAsync("ask", ("question", "What cost? Why closed? Who then?"));
        var context = await bot.ChooseAsync(reply, "In context (3)");

        Assert.Equal(["In context (2)", "In context (3)"], reply.Does());
        Assert.Contains(
            context.Blocks.OfType<Block.Excerpt>().SelectMany(e => e.Parts),
            p => p.IsHighlighted && p.Text.StartsWith("Mayor Joan", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Why closed? Who signed? What cost?", null)]
    [InlineData("Why closed? Who signed? What cost? Who then?", "I answered the first three of your four questions.")]
    [InlineData(
        "Why closed? How are you? Who signed? What cost? Who then? Qwx?",
        "I answered the first three of your five questions.")]
    public async Task Ask_MoreThanThree_AnswersThreeAndSaysSo(string message, string? note)
    {
        var reply = await AskAsync(message);

        Assert.Equal(
            [$"1. {Sample.Why.Question}", $"2. {Sample.Who.Question}", "3. The article doesn't say that."],
            reply.Blocks.OfType<Block.Subheading>().Select(h => h.Text));
        Assert.Equal(note, (reply.Blocks[^1] as Block.Note)?.Text);
    }

    [Fact]
    public async Task Ask_ElevenQuestions_WritesTheNumberInDigits()
    {
        var reply = await AskAsync(string.Join(' ', Enumerable.Repeat("Why closed?", 11)));

        Assert.Equal(new Block.Note("I answered the first three of your 11 questions."), reply.Blocks[^1]);
    }

    [Theory]
    [InlineData("Qwx? Qwx?", true)]
    [InlineData("Qwx? What cost?", false)]
    public async Task Ask_Several_IsPrivateOnlyIfAllAre(string message, bool isPrivate) =>
        Assert.Equal(isPrivate, (await AskAsync(message)).IsPrivate);

    [Theory]
    [InlineData("Why closed? What cost?", ReplyKind.Answer)]
    [InlineData("What cost? Who then?", ReplyKind.Choice)]
    [InlineData("What cost? Qwx?", ReplyKind.Refusal)]
    public async Task Ask_Several_HasTheKindOfTheBestAnswer(string message, ReplyKind kind) =>
        Assert.Equal(kind, (await AskAsync(message)).Kind);

    [Theory]
    [InlineData("How are you? Why closed?")]
    [InlineData("Why closed? Thanks?")]
    public async Task Ask_SmallTalkNextToAQuestion_AddsNothing(string message)
    {
        var reply = await AskAsync(message);

        Assert.Equal(Sample.Why.Question, reply.Title);
        Assert.Equal([Sample.Why.AnswerText], reply.Paragraphs());
    }

    [Fact]
    public async Task Ask_SmallTalkOnly_IsAnsweredOnce()
    {
        var reply = await AskAsync("How are you? Thanks?");

        Assert.StartsWith("Hi! ", Assert.Single(reply.Paragraphs()), StringComparison.Ordinal);
        Assert.Equal([Sample.Who.Question], reply.Labels());
    }

    [Fact]
    public async Task Ask_TooLongMessage_IsNotSplit()
    {
        var message = string.Concat(Enumerable.Repeat("Why closed? ", 1 + (Answerer.MaxQuestionLength / 12)));
        var bot = Sample.Bot(new Dictionary<string, Answer>(StringComparer.Ordinal)
        {
            [message] = Sample.NotUnderstood(NotUnderstoodReason.TooLong),
        });

        Assert.StartsWith(
            "I can read up to 6,000",
            (await bot.RunAsync("ask", ("question", message))).Title,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_AfterSeveral_ExplainsEach()
    {
        var bot = Sample.Bot(Answers);
        await bot.RunAsync("ask", ("question", "Why closed? What cost?"));

        var reply = await bot.RunAsync("why");

        Assert.Equal("Why I gave these answers", reply.Title);
        Assert.Equal(
            [
                "You asked: “Why closed?”. I was sure enough to answer.",
                "You asked: “What cost?”. The curator listed it as a question that the article doesn't answer.",
            ],
            reply.Paragraphs());
    }

    private static ValueTask<Reply> AskAsync(string message) =>
        Sample.Bot(Answers).RunAsync("ask", ("question", message));
}
