using System.Globalization;
using System.Text;

namespace PolicyBot.Chat.Messages;

/// <summary>Takes out of a text what could steer a terminal or a chat, or show it in another order than it stands.</summary>
public static class TextSanitizer
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>The text without control characters and invisible marks, but for line feeds and what joins letters and emoji.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n' || !IsSteering(c)) clean.Append(c);
            else if (char.IsWhiteSpace(c)) clean.Append(' ');
        }

        return clean.ToString();
    }

    /// <summary>The same, in one line.</summary>
    public static string OneLine(string text) => string.Join(' ', Of(text).Split((char[])[' ', '\n', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));

    private static bool IsSteering(char c) =>
        char.IsControl(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not (ZeroWidthNonJoiner or ZeroWidthJoiner));
}
