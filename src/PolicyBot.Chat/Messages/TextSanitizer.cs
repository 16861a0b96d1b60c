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

    /// <summary>
    /// Removes control characters and invisible marks, but keeps line feeds and the joiners of letters and emoji.
    /// </summary>
    public static string Sanitize(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n' || !IsControl(c)) clean.Append(c);
            else if (char.IsWhiteSpace(c)) clean.Append(' ');
        }

        return clean.ToString();
    }

    /// <summary>Removes them and puts the text on one line.</summary>
    public static string ToOneLine(string text) => string.Join(
        ' ', Sanitize(text).Split((char[])[' ', '\n', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));

    private static bool IsControl(char c) =>
        char.IsControl(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format
            && c is not (ZeroWidthNonJoiner or ZeroWidthJoiner));
}
