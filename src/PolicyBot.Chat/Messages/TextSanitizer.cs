using System.Buffers;
using System.Globalization;
using System.Text;

namespace PolicyBot.Chat.Messages;

/// <summary>
/// Removes characters that could control a terminal or a chat, or change the order in which text is shown.
/// </summary>
public static class TextSanitizer
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    private static readonly SearchValues<char> Removed =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(IsRemoved)]);

    private static readonly char[] LineBreaks = ['\n', '\u2028', '\u2029'];

    /// <summary>
    /// Removes control characters and invisible marks, but keeps line feeds and the joiners of letters and emoji.
    /// </summary>
    public static string Sanitize(string text)
    {
        if (!text.ContainsAny(Removed)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Removed.Contains(c)) clean.Append(c);
            else if (char.IsWhiteSpace(c)) clean.Append(' ');
        }

        return clean.ToString();
    }

    /// <summary>Removes them and puts the text on one line.</summary>
    public static string ToOneLine(string text)
    {
        var clean = Sanitize(text);
        return IsOneLine(clean)
            ? clean
            : string.Join(
                ' ', clean.Split([' ', .. LineBreaks], StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsOneLine(string text) =>
        !text.StartsWith(' ') && !text.EndsWith(' ') && !text.Contains("  ", StringComparison.Ordinal)
            && text.IndexOfAny(LineBreaks) < 0;

    private static bool IsRemoved(char c) => c != '\n' && (char.IsControl(c)
        || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not (ZeroWidthNonJoiner or ZeroWidthJoiner)));
}
