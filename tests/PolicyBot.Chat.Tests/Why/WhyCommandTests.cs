using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Why;

public sealed class WhyCommandTests
{
    [Fact]
    public async Task Why_NothingAnsweredHere_SaysSo()
    {
        var bot = Sample.Bot();
        await bot.DispatchAsync(Invocation.ToAsk("when?", "another place"), TestContext.Current.CancellationToken);

        Assert.StartsWith("I have not answered anything here yet.", Assert.Single((await bot.RunAsync("why")).Paragraphs()), StringComparison.Ordinal);
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
    public async Task Why_Question_ExplainsThatOne()
    {
        var bot = Sample.Bot(Sample.NotInArticle("It gives no price.", "May 2"));

        var reply = await bot.RunAsync("why", ("question", "what cost?"));

        Assert.Equal(["You asked: “what cost?”. I took it for something that the article does not say. It gives no price."], reply.Paragraphs());
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
