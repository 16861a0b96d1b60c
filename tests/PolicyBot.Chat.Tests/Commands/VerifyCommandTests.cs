using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Verification;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class VerifyCommandTests
{
    [Fact]
    public async Task Verify_TheArticlesWords_ShowsThemWithSpeakerAndPlace()
    {
        var reply = await VerifyAsync("“the water is not safe”");

        Assert.Equal("These are the article's words.", reply.Title);
        Assert.Equal(ReplyKind.Answer, reply.Kind);
        Assert.Contains(new Block.Quote("The water is not safe", "The report"), reply.Blocks);
        Assert.Contains(
            reply.Blocks.OfType<Block.Note>(), n => n.Text.StartsWith("Paragraph ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_OtherWords_MarksThem()
    {
        var reply = await VerifyAsync("the water is very safe");

        Assert.Equal("The article's words are different.", reply.Title);
        Assert.Contains("“very”: the article says “not”", reply.Items());
        Assert.Equal(
            ["not"],
            reply.Blocks.OfType<Block.Excerpt>().Single().Parts.Where(p => p.IsHighlighted).Select(p => p.Text));
    }

    [Fact]
    public async Task Verify_SeveralQuotations_NumbersThem()
    {
        var reply = await VerifyAsync("“The water is not safe.” And “purple umbrellas sing”.");

        Assert.Equal(
            ["1. These are the article's words.", "2. These words aren't in the article."],
            reply.Blocks.OfType<Block.Subheading>().Select(h => h.Text));
    }

    [Theory]
    [InlineData("the water is not safe")]
    [InlineData("purple umbrellas sing")]
    [InlineData("…")]
    public async Task Verify_AnyText_IsPrivate(string text) => Assert.True((await VerifyAsync(text)).IsPrivate);

    [Fact]
    public async Task Verify_NoWords_SaysHowToGoOn() => Assert.Equal(
        ["There are no words to check. Write the quotation after /verify."], (await VerifyAsync("?!")).Paragraphs());

    [Fact]
    public async Task Verify_TooLong_SaysTheLimit() => Assert.Equal(
        ["I can check up to 4,000 characters. Please check a shorter quotation."],
        (await VerifyAsync(new string('a', QuotationVerifier.MaxLength + 1))).Paragraphs());

    private static ValueTask<Reply> VerifyAsync(string text) => Sample.Bot().RunAsync("verify", ("text", text));
}
