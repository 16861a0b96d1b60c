using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class WhyCommandTests
{
    public static TheoryData<Answer, string> Outcomes => new()
    {
        {
            Sample.Ambiguous(Sample.Who, Sample.When),
            "Several questions were almost equally close, so I let you choose."
        },
        {
            Sample.NotInArticle(new Absence.ListedName("Harbour & Sons")),
            "It's about Harbour & Sons, which the curator listed as a name that the article doesn't mention."
        },
        { Sample.NotInArticle(new Absence.UnknownName()), "It's about a name that the article doesn't use." },
        { Sample.NotInArticle(new Absence.UnknownNumber()), "It's about a number that the article doesn't use." },
        { Sample.NoPreparedAnswer(Sample.Who), "I wasn't sure enough to answer, so I showed the closest question." },
        {
            Sample.NoPreparedAnswer(null, "May 2"),
            "No prepared question was close enough, so I showed what the article says."
        },
        { Sample.SmallTalk(SmallTalkKind.Thanks), "I read that as small talk, not as a question." },
        { Sample.NotUnderstood(NotUnderstoodReason.NoWords), "It had no words that I could look up." },
        { Sample.NotUnderstood(NotUnderstoodReason.TooLong), "It was too long for me to read." },
        { Sample.NotUnderstood(NotUnderstoodReason.UnknownWords), "I knew none of its words." },
        { Sample.NotUnderstood(NotUnderstoodReason.OtherLanguage), "It was in a language that I can't read." },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Why_Outcome_IsExplained(Answer answer, string expected)
    {
        var bot = Sample.Bot(answer);
        await bot.RunAsync("ask", ("question", "so"));

        var reply = await bot.RunAsync("why");

        Assert.True(reply.IsPrivate);
        Assert.Equal([$"You asked: “so”. {expected}"], reply.Paragraphs());
    }

    [Fact]
    public async Task Why_NothingAnsweredHere_SaysSo()
    {
        var bot = Sample.Bot();
        await bot.DispatchAsync(
            AskCommand.CreateRequest("when?", "another channel"), TestContext.Current.CancellationToken);

        Assert.StartsWith(
            "I haven't answered anything here yet.",
            Assert.Single((await bot.RunAsync("why")).Paragraphs()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_AfterAnAnswer_ExplainsIt()
    {
        var bot = Sample.Bot();
        await bot.RunAsync("ask", ("question", "when was it?"));

        var reply = await bot.RunAsync("why");

        Assert.True(reply.IsPrivate);
        Assert.Equal(["You asked: “when was it?”. I was sure enough to answer."], reply.Paragraphs());
        Assert.Equal(
            [
                "Closest question: When did the town close the harbour?",
                "The phrasing closest to yours: closing date", "Confidence: 90%",
                "Second-closest question: Who signed the order?",
                "Words that neither the article nor its questions use: zeppelin",
                "Words I corrected: habour → harbour", "words", "names",
            ],
            reply.Items());
    }

    [Fact]
    public async Task Why_ManyParts_ListsTheMainOnesInWords()
    {
        var answer = Sample.Answered(Sample.When);
        ScorePart[] parts =
        [
            new(ScorePart.StartingPoint, -9), new("first", 5), new("second", -4), new("third", 3), new("fourth", 2),
            new("fifth", 1),
        ];
        var bot = Sample.Bot(answer with { Explanation = answer.Explanation with { Parts = parts } });

        var lists = (await bot.RunAsync("why", ("question", "when?"))).Blocks.OfType<Block.List>().ToList();

        Assert.Equal(["What raised my confidence", "What lowered my confidence"], lists[1..].Select(l => l.Heading));
        Assert.Equal(["first", "third", "fourth"], lists[1].Items.Select(i => i.Text));
        Assert.Equal(["second"], lists[2].Items.Select(i => i.Text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("when?")]
    public async Task Why_WithoutNumbers_ShowsOnlyTheConfidenceAsAShare(string? question)
    {
        var bot = Sample.Bot();
        await bot.RunAsync("ask", ("question", "when?"));

        var reply = await bot.RunAsync("why", question is null ? [] : [("question", question)]);

        var lists = reply.Blocks.OfType<Block.List>().ToList();
        Assert.Equal([null, "What raised my confidence"], lists.Select(l => l.Heading));
        Assert.Equal(["Confidence: 90%"], reply.Items().Where(i => i.Any(char.IsDigit)));
    }

    [Fact]
    public async Task Why_WithNumbers_ShowsTheMarginAndTheSumOfAllParts()
    {
        var reply = await Sample.Bot().RunAsync("why", ("question", "when?"), ("numbers", "true"));

        Assert.Contains("Second-closest question: Who signed the order? (behind by 1.25)", reply.Items());
        Assert.Equal(
            "What my confidence consists of (log-odds; 2.75 in total, where 0 means 50%)",
            reply.Blocks.OfType<Block.List>().Last().Heading);
        Assert.Equal(["words: 2.50", "names: 0.25"], reply.Items().TakeLast(2));
    }

    [Fact]
    public async Task Why_WithNumbers_ShowsTheLargestPartsAndTheSumOfTheOthers()
    {
        var answer = Sample.Answered(Sample.When);
        ScorePart[] parts = [.. Enumerable.Range(1, 12).Select(i => new ScorePart($"part {i}", 13 - i))];
        var bot = Sample.Bot(answer with { Explanation = answer.Explanation with { Parts = parts } });

        var items = (await bot.RunAsync("why", ("question", "when?"), ("numbers", "true"))).Items().ToList();

        Assert.Equal(["part 7: 6.00", "part 8: 5.00", "everything else: 10.00"], items[^3..]);
        Assert.DoesNotContain(items, i => i.StartsWith("part 9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_Question_ExplainsItsAnswer()
    {
        var bot = Sample.Bot(Sample.NotInArticle());

        var reply = await bot.RunAsync("why", ("question", "what cost?"));

        Assert.Equal(
            ["You asked: “what cost?”. The curator listed it as a question that the article doesn't answer."],
            reply.Paragraphs());
        Assert.Contains("Closest question, which the article doesn't answer: What does it cost?", reply.Items());
    }

    [Fact]
    public async Task Why_AfterAChoice_SaysThatItWasChosen()
    {
        var bot = Sample.Bot();
        await bot.RunAsync("ask", ("entry", "who"));

        Assert.Contains("chosen from the suggestions", (await bot.RunAsync("why")).Items());
    }
}
