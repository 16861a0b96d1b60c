using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Tests;

public sealed class PlainTextRendererTests
{
    private const string Note = "It goes on.";
    private const int MaxLength = 2000;

    [Fact]
    public void Render_AllParts_AreMarkdown()
    {
        var message = PlainTextRenderer.Render(
            new Reply
            {
                Title = "A *title*",
                Blocks =
                [
                    new Block.Paragraph("A paragraph."),
                    new Block.Quote("Some words.", "Somebody") { Url = "https://example.org/#:~:text=Some" },
                    new Block.List([new ListItem("first")], "A list"),
                ],
                Source = new SourceLine("an article", "https://example.org/"),
                ChoicesHeading = "You can ask:",
                Choices = [new ReplyAction("What is it?", CommandRequest.Create("help", ""))],
            },
            Note);

        Assert.Empty(message.Embeds);
        Assert.Equal(
            "**A \\*title\\***\n\nA paragraph.\n\n> Some words.\n> – **Somebody**\n\n**A list**\n- first\n\n"
                + "-# From [an article](https://example.org/)",
            message.Content);
        Assert.Equal([new Button("What is it?", "help")], message.Buttons);
    }

    [Theory]
    [InlineData("@everyone and @here", "@\u200Beveryone and @\u200Bhere")]
    [InlineData("<@123> <@&4>", @"\<@123\> \<@&4\>")]
    [InlineData("[no link](https://example.org)", @"\[no link\](https\://example.org)")]
    [InlineData("*bold*", @"\*bold\*")]
    public void Render_MentionsAndMarkup_AreHarmless(string text, string expected)
    {
        var reply = new Reply
        {
            Title = text,
            Blocks = [new Block.Paragraph(text)],
            Source = new SourceLine(text)
        };

        Assert.Equal(
            $"**{expected}**\n\n{expected}\n\n-# From {expected}", PlainTextRenderer.Render(reply, Note).Content);
    }

    [Theory]
    [InlineData(0, 1900, false)]
    [InlineData(0, 3000, true)]
    [InlineData(1800, 50, false)]
    [InlineData(1800, 180, true)]
    [InlineData(1940, 1, true)]
    public void Render_LongReply_FitsAndSaysWhatIsMissing(int first, int second, bool isShortened)
    {
        Block[] blocks = [new Block.Paragraph(Words(first)), new Block.Quote(Words(second))];
        var reply = new Reply { Blocks = [.. blocks.Skip(first == 0 ? 1 : 0)], Source = new SourceLine("an article") };

        var content = PlainTextRenderer.Render(reply, Note).Content!;

        Assert.InRange(content.Length, 1, MaxLength);
        Assert.Equal(isShortened, content.Contains($"\n\n-# {Note}\n\n", StringComparison.Ordinal));
        Assert.EndsWith("\n\n-# From an article", content, StringComparison.Ordinal);
    }

    // No mark of Markdown is left open where the text ends.
    [Fact]
    public void Render_LongExcerpt_ClosesItsMarks()
    {
        var parts = Enumerable.Range(0, 30).Select(i => new ExcerptPart(Words(300), i % 2 == 0));
        var excerpt = new Block.Excerpt([.. parts]);

        var content = PlainTextRenderer.Render(new Reply { Blocks = [excerpt] }, Note).Content!;

        Assert.InRange(content.Length, 1, MaxLength);
        Assert.Equal(0, content.Split("**").Length % 2 - 1);
    }

    private static string Words(int length) =>
        string.Concat(Enumerable.Repeat("word ", (length / 5) + 1))[..length];
}
