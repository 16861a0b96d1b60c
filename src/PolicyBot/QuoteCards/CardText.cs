using System.Globalization;
using System.Text;
using PolicyBot.Chat.Messages;

namespace PolicyBot.QuoteCards;

/// <summary>Makes of any text one that can be drawn.</summary>
internal static class CardText
{
    /// <summary>
    /// The text in one line, whole characters alone, without the invisible ones: fonts draw them as boxes and arrows.
    /// </summary>
    public static string Of(string text)
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
