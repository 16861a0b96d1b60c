using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Rendering;

/// <summary>Writes the blocks of a reply as Discord's Markdown.</summary>
internal static class BlockMarkdown
{
    // Of an excerpt. Half of what an embed holds would do, even where each character is a line feed that grows by its mark.
    private const int MaxPiece = 1000;

    /// <summary>A block in pieces, each of at most so many UTF-16 code units and complete in itself.</summary>
    public static IEnumerable<string> Format(Block block, int max) => block switch
    {
        Block.Paragraph paragraph => TextSplitter.Split(FormatText(paragraph.Text), max),
        Block.Subheading heading => TextSplitter.Split(FormatText(TextSanitizer.OneLine(heading.Text)), max - 4).Select(t => $"**{t}**"),
        Block.Quote quotation => Quotation(quotation, max),
        Block.Excerpt excerpt => Excerpt(excerpt, max),
        Block.List listing => Listing(listing, max),
        Block.Channel channel => [$"<#{FormatText(channel.Id)}>"],
        Block.Note note => TextSplitter.Split(FormatText(note.Text), max - 3).Select(t => "-# " + t.Replace("\n", "\n-# ", StringComparison.Ordinal)),
        _ => throw new InvalidOperationException($"A block of an unknown kind: {block.GetType().Name}."),
    };

    /// <summary>A list as one piece after another; a line each item, as many in a piece as there is room for.</summary>
    public static IEnumerable<string> FormatList(string? heading, IEnumerable<string> items, int max)
    {
        var piece = heading is null ? "" : $"**{FormatText(heading)}**";
        foreach (var line in items.SelectMany(i => TextSplitter.Split(i, max)))
        {
            if (piece.Length > 0 && piece.Length + 1 + line.Length > max)
            {
                yield return piece;
                piece = "";
            }

            piece = piece.Length == 0 ? line : $"{piece}\n{line}";
        }

        if (piece.Length > 0) yield return piece;
    }

    public static string FormatText(string text) => Markdown.Escape(TextSanitizer.Of(text));

    private static List<string> Quotation(Block.Quote quotation, int max)
    {
        var by = quotation.Attribution is { } name ? $"\n> – **{FormatText(name)}**" : "";
        // Every line of it grows by its mark.
        var text = FormatText(quotation.Text).Replace("\n", "\n> ", StringComparison.Ordinal);
        var parts = TextSplitter.Split(text, max - by.Length - 2).Select(t => t.StartsWith("> ", StringComparison.Ordinal) ? t : "> " + t).ToList();
        parts[^1] += by;
        return parts;
    }

    // Every piece of a run is marked by itself, so that no mark is open where a message ends.
    private static IEnumerable<string> Excerpt(Block.Excerpt excerpt, int max)
    {
        var text = "";
        foreach (var run in excerpt.Parts)
        {
            var isFirst = true;
            foreach (var piece in TextSplitter.Split(FormatText(run.Text), MaxPiece))
            {
                var marked = (isFirst ? "" : " ") + (run.IsMarked ? $"**{piece}**" : piece).Replace("\n", "\n> ", StringComparison.Ordinal);
                isFirst = false;
                if (text.Length > 0 && text.Length + marked.Length + 2 > max)
                {
                    yield return "> " + text;
                    text = "";
                }

                text += marked;
            }
        }

        if (text.Length > 0) yield return "> " + text;
    }

    private static IEnumerable<string> Listing(Block.List listing, int max) => FormatList(
        listing.Heading,
        listing.Items.Select(i => i.Term is { } term ? $"- **{FormatText(term)}** – {FormatText(i.Text)}" : $"- {FormatText(i.Text)}"),
        max);
}
