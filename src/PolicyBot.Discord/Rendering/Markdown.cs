using System.Text;

namespace PolicyBot.Discord.Rendering;

/// <summary>Escapes plain text for Discord's Markdown.</summary>
internal static class Markdown
{
    private const string Marks = "\\*_~`|[]<>";
    private const string LineStartMarks = "#-+>";

    /// <summary>Escapes everything that Discord would read as markup, a mention or a link.</summary>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        var isLineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isMark = Marks.Contains(c) || (isLineStart && LineStartMarks.Contains(c));
            if (isMark || IsLinkColon(text, i) || IsListPeriod(text, i))
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                escaped.Append('\\');
            }

            escaped?.Append(c);
            isLineStart = c == '\n' || (isLineStart && c == ' ');
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>Formats a link.</summary>
    /// <param name="label">Its text, Markdown without links.</param>
    /// <param name="url">The address, percent-encoded.</param>
    public static string FormatLink(string label, string url)
    {
        // A parenthesis would end the link.
        var address = url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return $"[{label}]({address})";
    }

    private static bool IsLinkColon(string text, int i) =>
        text[i] == ':' && text.AsSpan(i).StartsWith("://", StringComparison.Ordinal);

    // "1. " at the start of a line would start a list, with numbers that Discord chooses.
    private static bool IsListPeriod(string text, int i)
    {
        if (text[i] != '.' || i == 0 || (i + 1 < text.Length && text[i + 1] != ' ')) return false;
        var start = i;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        if (start == i) return false;
        while (start > 0 && text[start - 1] == ' ') start--;
        return start == 0 || text[start - 1] == '\n';
    }
}
