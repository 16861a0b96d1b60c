using PolicyBot.Chat.Replies;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Asking;

public sealed class AskCommandTests
{
    [Fact]
    public async Task Ask_Answered_GivesAnswerEvidenceSourceAndRelated()
    {
        var reply = await Sample.Bot(Sample.Answered(Sample.Why)).RunAsync("ask", ("question", "why closed?"));

        Assert.Equal("Why is the harbour closed?", reply.Title);
        Assert.Equal(["The report reads that the water is not safe."], reply.Paragraphs());
        Assert.Equal(["The water is not safe | The report"], reply.Quotations());
        Assert.Equal("“Town Closes Harbour”, by Ann Lee", reply.Source);
        Assert.Equal([Sample.When.Question, Sample.Who.Question], reply.Labels());
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task Ask_EvidenceWithinOtherEvidence_IsQuotedOnce()
    {
        var reply = await Sample.Bot(Sample.Answered(Sample.When)).RunAsync("ask", ("question", "when?"));

        Assert.Equal(["The town closed the harbour on May 2 | "], reply.Quotations());
    }

    [Fact]
    public async Task Ask_Ambiguous_OffersChoicesThatAnswer()
    {
        var bot = Sample.Bot(Sample.Ambiguous(Sample.Who, Sample.When));
        var reply = await bot.RunAsync("ask", ("question", "order?"));
        var picked = await bot.DispatchAsync(reply.Choices[1].Invocation, TestContext.Current.CancellationToken);

        Assert.Equal("Did you mean…", reply.Title);
        Assert.Equal([Sample.Who.Question, Sample.When.Question], reply.Labels());
        Assert.Equal(Sample.When.Question, picked.Title);
        Assert.Equal([Sample.When.AnswerText], picked.Paragraphs());
    }

    [Fact]
    public async Task Ask_NotInArticle_SaysSoWithReasonAndNearest()
    {
        var reply = await Sample.Bot(Sample.NotInArticle("The article does not mention money.", "The water is not safe")).RunAsync("ask", ("question", "cost?"));

        Assert.Equal("I find no answer in the article", reply.Title);
        Assert.Equal(["The article does not mention money."], reply.Paragraphs());
        Assert.Equal(["The water is not safe | The report"], reply.Quotations());
        Assert.Contains(new Block.Note("What it says that comes nearest:"), reply.Blocks);
        Assert.Equal([Sample.Why.Question], reply.Labels());
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task Ask_NotUnderstood_IsPrivateWithExamples()
    {
        var reply = await Sample.Bot(Sample.NotUnderstood("I could not make out a question in that.", Sample.Who)).RunAsync("ask", ("question", "🙂"));

        Assert.True(reply.IsPrivate);
        Assert.Equal(["I could not make out a question in that."], reply.Paragraphs());
        Assert.Equal([Sample.Who.Question], reply.Labels());
        Assert.Null(reply.Source);
    }

    [Fact]
    public async Task Ask_WithoutQuestion_IsLeftToTheAnswerer() =>
        Assert.True((await Sample.Bot(Sample.NotUnderstood("Nothing there.", Sample.Who)).RunAsync("ask")).IsPrivate);

    [Fact]
    public async Task Ask_ChoiceThatHasGone_SaysSo()
    {
        var reply = await Sample.Bot().RunAsync("ask", ("entry", "gone"));

        Assert.True(reply.IsPrivate);
        Assert.StartsWith("That question is no longer", Assert.Single(reply.Paragraphs()), StringComparison.Ordinal);
    }
}
