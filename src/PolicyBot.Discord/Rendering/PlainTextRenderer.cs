using System.Text;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Components;

namespace PolicyBot.Discord.Rendering;

/// <summary>
/// Renders replies as one message of Markdown, for channels where the bot may not send embeds. What doesn't fit is
/// left out, and a note says so.
/// </summary>
internal static class PlainTextRenderer
{
    private const int MaxLength = 2000;
    private const int MaxTitleLength = 256;
    private const int MaxSourceLength = 200;
    private const int MaxLinkLength = 500;

    // Less of a block isn't worth showing.
    private const int MinPieceLength = 100;

    private const string Separator = "\n\n";

    /// <summary>Renders a reply without its picture.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="shortenedNote">
    /// Says that something was left out, and where to find it; at most 200 characters.
    /// </param>
    public static OutgoingMessage Render(Reply reply, string shortenedNote)
    {
        var note = $"-# {BlockMarkdown.FormatText(shortenedNote)}";
        var source = FormatSource(reply.Source);
        var text = new StringBuilder(FormatTitle(reply.Title));
        var isShortened = !TryAppend(text, reply, MaxLength - note.Length - source.Length - (2 * Separator.Length));
        if (isShortened) Append(text, note);
        Append(text, source);
        return ComponentBuilder.AddTo(new OutgoingMessage([]) { Content = text.ToString() }, reply);
    }

    // False if a part was left out.
    private static bool TryAppend(StringBuilder text, Reply reply, int maxLength)
    {
        // Links to passages would leave no room for the passages.
        var blocks = ReplyRenderer.GetBlocks(reply).Select(b => b is Block.Quote quote ? quote with { Url = null } : b);
        foreach (var block in blocks)
        {
            var room = maxLength - text.Length - Separator.Length;
            if (room < MinPieceLength) return false;
            var pieces = BlockMarkdown.Format(block, room).Select(WithoutMentions).ToList();
            if (pieces.Count == 0) continue;
            if (pieces[0].Length > room) return false;
            Append(text, pieces[0]);
            if (pieces.Count > 1) return false;
        }

        return true;
    }

    private static void Append(StringBuilder text, string piece)
    {
        if (text.Length > 0 && piece.Length > 0) text.Append(Separator);
        text.Append(piece);
    }

    private static string FormatTitle(string? title) => title is null
        ? ""
        : $"**{WithoutMentions(
            TextSplitter.Truncate(BlockMarkdown.FormatText(TextSanitizer.ToOneLine(title)), MaxTitleLength))}**";

    private static string FormatSource(SourceLine? source)
    {
        if (source is null) return "";
        var name = BlockMarkdown.FormatText(TextSanitizer.ToOneLine(source.Text));
        name = WithoutMentions(TextSplitter.Truncate(name, MaxSourceLength));
        var link = source.Url is { } url ? Markdown.FormatLink(name, url) : name;
        return $"-# From {(link.Length <= MaxLinkLength ? link : name)}";
    }

    // Nobody is pinged, but in a text, unlike in an embed, these words would look as if everybody were.
    private static string WithoutMentions(string text) => text
        .Replace("@everyone", "@\u200Beveryone", StringComparison.OrdinalIgnoreCase)
        .Replace("@here", "@\u200Bhere", StringComparison.OrdinalIgnoreCase);
}
