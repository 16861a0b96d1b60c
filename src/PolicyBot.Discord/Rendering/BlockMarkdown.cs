using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Rendering;

/// <summary>Formats the blocks of a reply as Discord's Markdown. Lengths are in UTF-16 code units.</summary>
internal static class BlockMarkdown
{
    // Pieces of an excerpt are well below half an embed, so that they fit even if the marks make them longer.
    private const int MaxExcerptPieceLength = 1000;

    // The link from a quotation to its passage.
    private const string Original = "original";

    /// <summary>Formats a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="maxLength">The highest length of a piece.</param>
    /// <returns>The block in pieces, each of which is valid Markdown by itself.</returns>
    public static IEnumerable<string> Format(Block block, int maxLength) => block switch
    {
        Block.Paragraph { Lead: { } lead } paragraph =>
            TextSplitter.Split($"**{FormatText(lead)}:** {FormatText(paragraph.Text)}", maxLength),
        Block.Paragraph paragraph => TextSplitter.Split(FormatText(paragraph.Text), maxLength),
        Block.Subheading heading => TextSplitter
            .Split(FormatText(TextSanitizer.ToOneLine(heading.Text)), maxLength - 4)
            .Select(t => $"**{t}**"),
        Block.Quote quote => FormatQuote(quote, maxLength),
        Block.Excerpt excerpt => FormatExcerpt(excerpt, maxLength),
        Block.List list => FormatList(list, maxLength),
        Block.Channel channel => [$"<#{FormatText(channel.Id)}>"],
        Block.Note note => TextSplitter
            .Split(FormatText(note.Text), maxLength - 3)
            .Select(t => "-# " + t.Replace("\n", "\n-# ", StringComparison.Ordinal)),
        _ => throw new InvalidOperationException($"The block type {block.GetType().Name} is unknown."),
    };

    /// <summary>Formats plain text, so that Discord shows it as it is.</summary>
    public static string FormatText(string text) => Markdown.Escape(TextSanitizer.Sanitize(text));

    private static List<string> FormatQuote(Block.Quote quote, int maxLength)
    {
        var attribution = (quote.Attribution, quote.Url) switch
        {
            (null, null) => "",
            ({ } name, null) => $"\n> – **{FormatText(name)}**",
            (null, { } url) => $"\n> {Markdown.FormatLink(Original, url)}",
            ({ } name, { } url) => $"\n> – **{FormatText(name)}** · {Markdown.FormatLink(Original, url)}",
        };
        // Every line starts with the mark of a quote.
        var text = FormatText(quote.Text).Replace("\n", "\n> ", StringComparison.Ordinal);
        var pieces = TextSplitter.Split(text, maxLength - attribution.Length - 2)
            .Select(t => t.StartsWith("> ", StringComparison.Ordinal) ? t : "> " + t)
            .ToList();
        pieces[^1] += attribution;
        return pieces;
    }

    // Each piece of a part has its own marks, so that none is left open at the end of a message.
    private static IEnumerable<string> FormatExcerpt(Block.Excerpt excerpt, int maxLength)
    {
        var text = "";
        foreach (var part in excerpt.Parts)
        {
            var isFirst = true;
            foreach (var piece in TextSplitter.Split(FormatText(part.Text), MaxExcerptPieceLength))
            {
                var marked = part.IsHighlighted ? $"**{piece}**" : piece;
                marked = (isFirst ? "" : " ") + marked.Replace("\n", "\n> ", StringComparison.Ordinal);
                isFirst = false;
                if (text.Length > 0 && text.Length + marked.Length + 2 > maxLength)
                {
                    yield return "> " + text;
                    text = "";
                }

                text += marked;
            }
        }

        if (text.Length > 0) yield return "> " + text;
    }

    // Each piece has as many lines as fit.
    private static IEnumerable<string> FormatList(Block.List list, int maxLength)
    {
        var piece = list.Heading is { } heading ? $"**{FormatText(heading)}**" : "";
        foreach (var line in list.Items.Select(FormatItem).SelectMany(i => TextSplitter.Split(i, maxLength)))
        {
            if (piece.Length > 0 && piece.Length + 1 + line.Length > maxLength)
            {
                yield return piece;
                piece = "";
            }

            piece = piece.Length == 0 ? line : $"{piece}\n{line}";
        }

        if (piece.Length > 0) yield return piece;
    }

    private static string FormatItem(ListItem item)
    {
        var text = item.User is { } user ? $"{FormatUser(user)} {FormatText(item.Text)}" : FormatText(item.Text);
        return item.Term is { } term ? $"- **{FormatText(term)}** – {text}" : $"- {text}";
    }

    private static string FormatUser(string user) =>
        user.All(char.IsAsciiDigit) ? $"<@{user}>" : $"**{FormatText(user)}**";
}
