using System.Globalization;
using System.Text;
using PolicyBot.Chat.Messages;

namespace PolicyBot.QuoteCards;

/// <summary>Turns any text into one that can be drawn.</summary>
internal static class CardText
{
    /// <summary>
    /// Returns the text in one line, without invisible characters, which fonts draw as boxes and arrows.
    /// </summary>
    public static string ToDrawable(string text)
    {
        var drawn = new StringBuilder(text.Length);
        foreach (var rune in TextSanitizer.ToOneLine(text).EnumerateRunes())
        {
            if (!IsInvisible(rune)) drawn.Append(rune.ToString());
        }

        return drawn.ToString();
    }

    // Joiners, tags, and the variation selectors that follow emoji.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format
            || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
