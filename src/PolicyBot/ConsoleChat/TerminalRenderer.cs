using PolicyBot.Chat.Messages;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PolicyBot.ConsoleChat;

/// <summary>Draws replies for a terminal. All texts go in as <see cref="Text"/>, never as markup.</summary>
internal sealed class TerminalRenderer(IAnsiConsole console) : IReplyRenderer
{
    // Longer lines are hard to read.
    private const int MaxWidth = 100;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Italic = new(decoration: Decoration.Italic);

    public void Write(Reply reply, bool isPickable)
    {
        List<IRenderable> parts = [];
        if (reply.Title is { } title) parts.Add(Styled(title, Bold));
        foreach (var block in reply.Blocks) parts.Add(Draw(block));
        if (reply.Picture is { } picture)
            parts.Add(
                new Panel(Styled(picture.AltText)) { Border = BoxBorder.Rounded, Padding = new Padding(2, 1, 2, 1) });
        if (reply.File is { } file) parts.Add(Styled($"{file.Name}: {file.Description}", Dim));
        if (reply.Source is { } source) parts.Add(Draw(source));
        if (Choices(reply, isPickable) is { } choices) parts.Add(choices);
        if (isPickable && reply.Actions.Count > 0) parts.Add(Numbered(reply.Actions, reply.Choices.Count));

        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) console.WriteLine();
            console.Write(new Narrowed(parts[i], MaxWidth));
        }
    }

    // The address is text if the terminal has no links.
    private Rows Draw(SourceLine source)
    {
        var line = Linked($"From {source.Text}", source.Url);
        return source.Url is { } url && !console.Profile.Capabilities.Links
            ? new Rows(line, Styled(url, Dim))
            : new Rows(line);
    }

    private static Paragraph Linked(string text, string? url) =>
        new(TextSanitizer.Sanitize(text), Dim, url is null ? null : new Link(url));

    private static IRenderable Draw(Block block) => block switch
    {
        Block.Paragraph { Lead: { } lead } paragraph => new Paragraph()
            .Append(TextSanitizer.Sanitize($"{lead}: "), Bold)
            .Append(TextSanitizer.Sanitize(paragraph.Text)),
        Block.Paragraph paragraph => Styled(paragraph.Text),
        Block.Subheading heading => Styled(heading.Text, Bold),
        Block.Quote { Attribution: { } by } quote =>
            new LeftBar(new Rows(Styled(quote.Text, Italic), Linked($"– {by}", quote.Url))),
        Block.Quote { Url: { } url } quote =>
            new LeftBar(new Rows(Styled(quote.Text, Italic), Linked("– original", url))),
        Block.Quote quote => new LeftBar(Styled(quote.Text, Italic)),
        Block.Excerpt excerpt => new LeftBar(Draw(excerpt)),
        Block.List list => Draw(list),
        Block.Channel channel => Styled($"#{channel.Id}", Bold),
        Block.Note note => Styled(note.Text, Dim),
        _ => throw new InvalidOperationException($"Unknown kind of block: {block.GetType().Name}."),
    };

    private static Rows Draw(Block.List list)
    {
        List<IRenderable> rows = [];
        if (list.Heading is { } heading) rows.Add(Styled(heading, Bold));
        foreach (var item in list.Items)
            rows.Add(Marked("•", item.Term is { } term ? Term(term, item.PlainText) : Styled(item.PlainText)));
        return new Rows(rows);
    }

    private static Rows? Choices(Reply reply, bool isPickable)
    {
        if (reply.Choices.Count == 0) return null;
        List<IRenderable> rows = [];
        if (reply.ChoicesHeading is { } title) rows.Add(Styled(title, Dim));
        if (isPickable) rows.Add(Numbered(reply.Choices, 0));
        else rows.AddRange(reply.Choices.Select(c => Marked("•", Styled(c.Label))));
        return new Rows(rows);
    }

    private static Rows Numbered(IReadOnlyList<ReplyAction> choices, int before) =>
        new(choices.Select((c, i) => Marked($"{before + i + 1,2}.", Styled(c.Label))));

    private static Paragraph Draw(Block.Excerpt excerpt)
    {
        var paragraph = new Paragraph();
        foreach (var run in excerpt.Parts)
            paragraph.Append(TextSanitizer.Sanitize(run.Text), run.IsHighlighted ? Bold : Italic);
        return paragraph;
    }

    private static Grid Marked(string mark, IRenderable content) => new Grid()
        .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 1, 0), Width = mark.Length })
        .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) })
        .AddRow(new Text(mark, Dim), content);

    private static Paragraph Term(string term, string text) =>
        new Paragraph().Append(TextSanitizer.Sanitize(term), Bold).Append(" – " + TextSanitizer.Sanitize(text));

    private static Text Styled(string text, Style? style = null) =>
        new(TextSanitizer.Sanitize(text), style ?? Style.Plain);
}
