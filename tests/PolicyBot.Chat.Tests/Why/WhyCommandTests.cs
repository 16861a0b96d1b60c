using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Chat.Tests.Why;

public sealed class WhyCommandTests
{
    public static TheoryData<Answer, string> Outcomes => new()
    {
        { Sample.Ambiguous(Sample.Who, Sample.When), "Several questions were about equally close, so I let you choose." },
        { Sample.NotInArticle(new Absence.ListedName("Harbour & Sons")), "It's about Harbour & Sons, which the article is known not to mention." },
        { Sample.NotInArticle(new Absence.UnknownName()), "It's about a name that the article doesn't use." },
        { Sample.NotInArticle(new Absence.UnknownNumber()), "It's about a number that the article doesn't use." },
        { Sample.NoPreparedAnswer(Sample.Who), "I wasn't sure enough to answer, so I showed the closest question." },
        { Sample.NoPreparedAnswer(null, "May 2"), "No prepared question was close enough, so I showed what the article says." },
        { Sample.SmallTalk(SmallTalkKind.Thanks), "I read that as small talk, not as a question." },
        { Sample.NotUnderstood(NotUnderstoodReason.NoWords), "I found no words in it that I could look up." },
        { Sample.NotUnderstood(NotUnderstoodReason.TooLong), "It was too long for me to read." },
        { Sample.NotUnderstood(NotUnderstoodReason.UnknownWords), "I knew none of its words." },
        { Sample.NotUnderstood(NotUnderstoodReason.OtherLanguage), "It was in a language that I can't read." },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Why_Outcome_IsExplained(Answer answer, string said)
    {
        var bot = Sample.Bot(answer);
        await bot.RunAsync("ask", ("question", "so"));

        var reply = await bot.RunAsync("why");

        Assert.True(reply.IsPrivate);
        Assert.Equal([$"You asked: “so”. {said}"], reply.Paragraphs());
    }

    [Fact]
    public async Task Why_NothingAnsweredHere_SaysSo()
    {
        var bot = Sample.Bot();
        await bot.DispatchAsync(AskCommand.CreateRequest("when?", "another place"), TestContext.Current.CancellationToken);

        Assert.StartsWith("I haven't answered anything here yet.", Assert.Single((await bot.RunAsync("why")).Paragraphs()), StringComparison.Ordinal);
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
                "Nearest question: When did the town close the harbour?", "Its phrasing most like yours: closing date", "How sure I was: 90 %",
                "Second: Who signed the order? (behind by 1.25)", "Words that neither the article nor its questions know: zeppelin",
                "Words read as others: habour → harbour", "words: 2.50", "names: 0.25",
            ],
            reply.Items());
    }

    [Fact]
    public async Task Why_ManyParts_ShowsTheLargestAndTheSumOfTheOthers()
    {
        var answer = Sample.Answered(Sample.When);
        var explanation = answer.Explanation with { Parts = [.. Enumerable.Range(1, 12).Select(i => new ScorePart($"part {i}", 13 - i))] };
        var bot = Sample.Bot(answer with { Explanation = explanation });

        var items = (await bot.RunAsync("why", ("question", "when?"))).Items().ToList();

        Assert.Equal(["part 7: 6.00", "part 8: 5.00", "everything else: 10.00"], items[^3..]);
        Assert.DoesNotContain(items, i => i.StartsWith("part 9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_Question_ExplainsThatOne()
    {
        var bot = Sample.Bot(Sample.NotInArticle());

        var reply = await bot.RunAsync("why", ("question", "what cost?"));

        Assert.Equal(["You asked: “what cost?”. It's a question that the article is known not to answer."], reply.Paragraphs());
        Assert.Contains("Nearest question (which the article does not answer): What does it cost?", reply.Items());
    }

    [Fact]
    public async Task Why_AfterAPick_NamesThePick()
    {
        var bot = Sample.Bot();
        await bot.RunAsync("ask", ("entry", "who"));

        Assert.Contains("picked from the choices: 1.00", (await bot.RunAsync("why")).Items());
    }
}
