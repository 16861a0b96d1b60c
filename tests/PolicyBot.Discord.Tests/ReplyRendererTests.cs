using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Tests;

public sealed class ReplyRendererTests
{
    [Fact]
    public void Render_AllBlocks_AreMarkdown()
    {
        var message = Assert.Single(ReplyRenderer.Render(new Reply
        {
            Title = "A title",
            Blocks =
            [
                new Block.Paragraph("A paragraph."),
                new Block.Subheading("1. A\nsub*heading*"),
                new Block.Quote("Some words.\nMore words.", "Somebody"),
                new Block.Excerpt(
                    [new ExcerptPart("Before it. ", false), new ExcerptPart(
                        "The words.", true), new ExcerptPart("\n\nAfter *it*.", false)]),
                new Block.List([new ListItem("first"), new ListItem("meaning", "term")], "A list"),
                new Block.Channel("42"),
                new Block.Note("A note."),
            ],
            Source = new SourceLine("an article"),
            ChoicesHeading = "You can ask:",
            Choices = [new ReplyAction("What is it?", CommandRequest.Create("help", ""))],
        }));

        var embed = Assert.Single(message.Embeds);
        Assert.Equal("A title", embed.Title);
        Assert.Equal(
            "A paragraph.\n\n**1\\. A sub\\*heading\\***\n\n> Some words.\n> More words.\n> – **Somebody**\n\n> Before "
                + "it. **The words.**\n> \n> After \\*it\\*.\n\n**A list**\n- first\n- **term** – meaning\n\n<#42>\n\n"
                + "-# A note.",
            embed.Description);
        Assert.Equal("From an article", embed.Footer);
        Assert.Equal([new Button("What is it?", "help")], message.Buttons);
    }

    [Theory]
    [InlineData("*bold* _it_ ~~gone~~ `code` ||hidden||", @"\*bold\* \_it\_ \~\~gone\~\~ \`code\` \|\|hidden\|\|")]
    [InlineData("<@123> <@&4> <#5> <t:1:R> <:x:6>", @"\<@123\> \<@&4\> \<#5\> \<t:1:R\> \<:x:6\>")]
    [InlineData(
        "# no heading\n- no list\n> no quote\n1. no number",
        "\\# no heading\n\\- no list\n\\> no quote\n1\\. no number")]
    [InlineData("[no link](https://example.org)", @"\[no link\](https\://example.org)")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("in 2019. Then", "in 2019. Then")]
    [InlineData("\u202Ereversed\u202C and\u200B hidden", "reversed and hidden")]
    public void Render_MarkupInText_IsEscaped(string text, string expected) =>
        Assert.Equal(expected, Render(new Block.Paragraph(text))[0].Embeds[0].Description);

    [Theory]
    [InlineData(256, 256, false)]
    [InlineData(257, 256, true)]
    public void Render_LongTitle_IsTruncatedOverTheLimit(int length, int expected, bool isCut)
    {
        var title = ReplyRenderer.Render(
            new Reply { Title = new string('t', length), Blocks = [new Block.Paragraph("x")] })[0].Embeds[0].Title!;

        Assert.Equal(expected, title.Length);
        Assert.Equal(isCut, title.EndsWith('…'));
    }

    // More than five choices are in a menu, whose labels can be longer.
    [Theory]
    [InlineData(1, 80, false)]
    [InlineData(1, 81, true)]
    [InlineData(6, 100, false)]
    [InlineData(6, 101, true)]
    [InlineData(26, 10, true)]
    public void Render_TruncatedChoices_AreAlsoListed(int count, int length, bool areListed)
    {
        var choices = Enumerable.Range(0, count)
            .Select(
                n => new ReplyAction(
                    new string((char)('a' + n), length), CommandRequest.Create("ask", "", ("entry", $"q{n}"))))
            .ToList();

        var message =
            Assert.Single(ReplyRenderer.Render(new Reply { Blocks = [new Block.Paragraph("x")], Choices = choices }));

        Assert.All(message.Buttons, b => Assert.InRange(b.Label.Length, 1, 80));
        Assert.All(message.MenuOptions, o => Assert.InRange(o.Label.Length, 1, 100));
        Assert.All(
            choices,
            c => Assert.Equal(areListed, message.Embeds[0].Description!.Contains(c.Label, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1, false, "**You can ask:**", null)]
    [InlineData(1, true, null, null)]
    [InlineData(6, false, null, "You can ask")]
    public void Render_ChoicesHeading_IsNextToTheChoicesOrMissing(
        int count, bool hasSource, string? line, string? menuTitle)
    {
        var message = Assert.Single(ReplyRenderer.Render(new Reply
        {
            Blocks = [new Block.Paragraph("x")],
            Source = hasSource ? new SourceLine("an article") : null,
            ChoicesHeading = "You can ask:",
            Choices = [.. Enumerable.Range(0, count)
                .Select(n => new ReplyAction($"q{n}", CommandRequest.Create("ask", "", ("entry", $"q{n}"))))],
        }));

        Assert.Equal(line is null ? "x" : $"x\n\n{line}", message.Embeds[0].Description);
        if (menuTitle is not null) Assert.Equal(menuTitle, message.MenuPlaceholder);
    }

    [Theory]
    [InlineData("Somebody", "> Words.\n> – **Somebody** · [original](https://e.org/a#:~:text=W%28ords%29.)")]
    [InlineData(null, "> Words.\n> [original](https://e.org/a#:~:text=W%28ords%29.)")]
    public void Render_LinkedQuoteAndSource_AreLinks(string? speaker, string expected)
    {
        var message = Assert.Single(ReplyRenderer.Render(new Reply
        {
            Blocks = [new Block.Quote("Words.", speaker) { Url = "https://e.org/a#:~:text=W(ords)." }],
            Source = new SourceLine("“A [new] *title*”, by Ann", "https://e.org/a_(1)"),
        }));

        var embed = Assert.Single(message.Embeds);
        Assert.Equal(
            $"{expected}\n\n-# From [“A \\[new\\] \\*title\\*”, by Ann](https://e.org/a_%281%29)", embed.Description);
        Assert.Null(embed.Footer);
    }

    [Theory]
    [InlineData(3000, true, 1)]
    [InlineData(3980, false, 1)]
    [InlineData(5000, true, 2)]
    public void Render_LinkedQuotes_LoseTheirLinksBeforeTheReplyGrows(int length, bool areLinked, int embeds)
    {
        var url = $"https://e.org/{new string('a', 100)}";
        var reply = new Reply
        {
            Blocks = [new Block.Paragraph(new string('x', length)), new Block.Quote("Words.") { Url = url }],
        };

        var rendered = ReplyRenderer.Render(reply).SelectMany(m => m.Embeds).ToList();

        Assert.Equal(embeds, rendered.Count);
        Assert.Equal(areLinked, rendered[^1].Description!.Contains(url, StringComparison.Ordinal));
        Assert.Contains("> Words.", rendered[^1].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReplyKind.Answer, 0x008080)]
    [InlineData(ReplyKind.Choice, 0xE0A030)]
    [InlineData(ReplyKind.Refusal, 0x8A8F98)]
    public void Render_Kind_ColorsEveryEmbed(ReplyKind kind, int color)
    {
        var reply = new Reply { Kind = kind, Blocks = [new Block.Paragraph(new string('x', 5000))] };

        var embeds = ReplyRenderer.Render(reply).SelectMany(m => m.Embeds).ToList();

        Assert.Equal(2, embeds.Count);
        Assert.All(embeds, e => Assert.Equal(color, e.Color));
    }

    [Theory]
    [InlineData(true, ButtonStyle.Danger)]
    [InlineData(false, ButtonStyle.Secondary)]
    public void Render_DestructiveAction_IsADangerButton(bool isDestructive, ButtonStyle style)
    {
        var action = new ReplyAction("Delete", CommandRequest.Create("privacy", "")) { IsDestructive = isDestructive };

        var message = Assert.Single(ReplyRenderer.Render(new Reply { Actions = [action] }));

        Assert.Equal(style, Assert.Single(message.Actions).Style);
    }

    [Fact]
    public void Render_ActionWithSameRequestAsAChoice_IsShownOnce()
    {
        var same = CommandRequest.Create("ask", "", ("entry", "q"));

        var message =
            Assert.Single(
                ReplyRenderer.Render(
                    new Reply
                    {
                        Blocks = [new Block.Paragraph("x")],
                        Choices = [new ReplyAction("q", same)],
                        Actions = [new ReplyAction("Back", same)]
                    }));

        Assert.Empty(message.Buttons);
        Assert.Equal([new Button("Back", "ask|entry=q")], message.Actions);
    }

    [Fact]
    public void Render_LongExcerpt_KeepsMarksAndText()
    {
        var words = string.Join(' ', Enumerable.Range(0, 1500).Select(n => $"word{n}"));

        var pieces = Render(new Block.Excerpt([new ExcerptPart(words, IsHighlighted: true)])).SelectMany(m => m.Embeds)
            .Select(e => e.Description!)
            .ToList();

        Assert.True(pieces.Count > 1);
        Assert.All(pieces, p => Assert.StartsWith("> ", p, StringComparison.Ordinal));
        Assert.All(pieces, p => Assert.Equal(0, p.Split("**").Length % 2 == 1 ? 0 : 1));
        Assert.Equal(words.Split(' '), string.Join(' ', pieces).Replace("> ", "", StringComparison.Ordinal)
            .Replace("**", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Render_LongQuote_KeepsMarksAndText()
    {
        var words = string.Join(' ', Enumerable.Range(0, 1500).Select(n => $"word{n}"));

        var pieces =
            Render(new Block.Quote(words, "Somebody")).SelectMany(m => m.Embeds).Select(e => e.Description!).ToList();

        Assert.True(pieces.Count > 1);
        Assert.All(pieces, p => Assert.StartsWith("> ", p, StringComparison.Ordinal));
        Assert.EndsWith("\n> – **Somebody**", pieces[^1], StringComparison.Ordinal);
        Assert.Equal(
            words,
            string.Join(' ', pieces.Select(p => p[2..].Replace("\n> – **Somebody**", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void Render_SurrogatePairsAndEscapes_AreNotSplit()
    {
        var pieces = Render(new Block.Paragraph(string.Concat(Enumerable.Repeat("🙂", 3000)) + new string('*', 5000)))
            .SelectMany(m => m.Embeds)
            .Select(e => e.Description!)
            .ToList();

        Assert.All(pieces, p => Assert.False(char.IsHighSurrogate(p[^1])));
        Assert.Equal(5000, pieces.Sum(p => p.Count(c => c == '*')));
        Assert.All(
            pieces.Where(p => p.Contains('*', StringComparison.Ordinal)),
            p => Assert.Equal(p.Count(c => c == '*'), p.Count(c => c == '\\')));
    }

    private static IReadOnlyList<OutgoingMessage> Render(Block block) =>
        ReplyRenderer.Render(new Reply { Blocks = [block] });
}
