using PolicyBot.Chat.Messages;
using PolicyBot.ConsoleChat;
using PolicyBot.TestUtilities;
using Spectre.Console.Testing;

namespace PolicyBot.Tests.ConsoleChat;

public sealed class ReplyRendererTests
{
    private static readonly Reply Full = new()
    {
        Title = "What does the letter say?",
        Blocks =
        [
            new Block.Paragraph(
                "The letter says that children’s safety and law enforcement’s ability to bring criminals to justice "
                    + "must not be the ultimate cost."),
            new Block.Subheading("In its own words"),
            new Block.Quote(
                "Children’s safety and law enforcement’s ability to bring criminals to justice must not be the "
                    + "ultimate cost of Facebook taking forward these proposals.",
                "The open letter"),
            new Block.Quote(
                "“As you have recognised, it is critical to get this right for the future of the internet,” the letter "
                    + "concludes."),
            new Block.Excerpt(
                [
                    new ExcerptPart("The letter concludes. ", false),
                    new ExcerptPart("Children’s safety must not be the ultimate cost.", true),
                    new ExcerptPart("\n\nTech companies disagree.", false)
                ]),
            new Block.List(
                [
                    new ListItem(
                        "U.S. Attorney General, who has previously argued that encryption would prevent officers from "
                            + "investigating",
                        "William Barr"), new ListItem("no term")
                ],
                "People"),
            new Block.Channel("42"),
            new Block.Note("Two more fit."),
        ],
        Picture = new Picture(
            "quote.png", "“Children’s safety must not be the ultimate cost” – The open letter.",
            () => throw new InvalidOperationException("A terminal shows none.")),
        Actions = [new ReplyAction("Next", CommandRequest.Create("quotes", "console")), new ReplyAction(
            "Back", CommandRequest.Create("topics", "console"))],
        Source = new SourceLine(
            "“Attorney General Pressures Facebook To Delay End-To-End Encryption, Citing Child Abuse Concerns”, by "
                + "Haley Samsel"),
        ChoicesHeading = "You may also want to know:",
        Choices = [
            .. Enumerable.Range(1, 10)
                .Select(
                    i => new ReplyAction(
                        $"Question {i}, which is as long as a question may well be when somebody means it?",
                        CommandRequest.Create("ask", "console")))
        ],
    };

    private static readonly Reply Linked = new()
    {
        Blocks =
        [
            new Block.Quote("Words.", "Ann") { Url = "https://e.org/#:~:text=Words." },
            new Block.Quote("More.") { Url = "https://e.org/#:~:text=More." },
        ],
        Source = new SourceLine("“A title”", "https://e.org/"),
    };

    private static readonly Reply Hostile = new()
    {
        Title = "[red]bold[/] [[",
        Blocks = [
            new Block.Subheading("[i]h[/]"),
            new Block.Quote("[link=https://example.com]x[/] \u001b[31mred\u0007 \u202Eback\u0000", "[/]"),
            new Block.List([new ListItem("{0} [", "[b]")])
        ],
        Source = new SourceLine("[blink]"),
        Choices = [new ReplyAction("[/][/]", CommandRequest.Create("ask", "console"))],
    };

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Write_Terminal_IsAsApproved(int width)
    {
        var drawn = Draw(Full, width);

        Assert.All(drawn.Split('\n'), l => Assert.InRange(l.Length, 0, Math.Min(width, 100)));
        Approved.Equal($"ConsoleChat/Terminal{width}.approved.txt", drawn);
    }

    [Fact]
    public void Write_Plain_IsAsApproved() => Approved.Equal("ConsoleChat/Plain.approved.txt", Plain(Full));

    [Fact]
    public void Write_LinksInPlainText_AreAddresses() =>
        Assert.Equal(
            "> Words. (Ann) <https://e.org/#:~:text=Words.>\n> More. <https://e.org/#:~:text=More.>\n"
                + "From “A title” <https://e.org/>\n",
            Plain(Linked));

    [Fact]
    public void Write_LinksInATerminal_AreHyperlinks()
    {
        using var console = new TestConsole().SupportsAnsi(true).EmitAnsiSequences();
        console.Profile.Capabilities.Links = true;

        new TerminalRenderer(console).Write(Linked, isPickable: false);

        Assert.Matches(@"\u001b\]8;[^;]*;https://e.org/#:~:text=Words\.\u001b\\.*– Ann", console.Output);
        Assert.Matches(@"\u001b\]8;[^;]*;https://e.org/#:~:text=More\.\u001b\\.*– original", console.Output);
        Assert.Matches(@"\u001b\]8;[^;]*;https://e.org/\u001b\\.*From “A title”", console.Output);
    }

    [Fact]
    public void Write_TerminalWithoutLinks_ShowsTheAddressOfTheArticle()
    {
        using var console = new TestConsole();
        console.Profile.Capabilities.Links = false;

        new TerminalRenderer(console).Write(Linked, isPickable: false);

        Assert.EndsWith("From “A title”\nhttps://e.org/\n", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HostileText_IsDrawnAsItStands()
    {
        Assert.All([Draw(Hostile, 80), Plain(Hostile)], text =>
        {
            Assert.DoesNotContain(text, c => c != '\n' && (char.IsControl(c) || c == '\u202E'));
            Assert.All(
                [
                    "[red]bold[/] [[", "[link=https://example.com]x[/] [31mred back", "[/]", "{0} [", "[i]h[/]", "[b]",
                    "[blink]", "[/][/]"
                ],
                s => Assert.Contains(s, text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Write_Plain_HasNoBlankLine() =>
        Assert.DoesNotContain(
            "\n\n", Plain(new Reply { Blocks = [new Block.Quote("one\n\ntwo"), new Block.Paragraph("three")] }),
            StringComparison.Ordinal);

    private static string Draw(Reply reply, int width)
    {
        using var console = new TestConsole().Width(width);
        new TerminalRenderer(console).Write(reply, isPickable: true);
        return string.Join('\n', console.Output.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()));
    }

    private static string Plain(Reply reply)
    {
        using var writer = new StringWriter();
        new PlainRenderer(writer).Write(reply, isPickable: false);
        return writer.ToString();
    }
}
