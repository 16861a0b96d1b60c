using System.Buffers;
using System.Globalization;
using System.Text;

namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>
/// Recognizes legitimate joiners and non-joiners, the two invisible characters that may belong to a text. They shape
/// words of scripts such as Persian and Hindi, and the joiner combines emoji. Between Latin letters and spaces they are
/// leftovers of copying.
/// </summary>
internal static class Joiners
{
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    // Scripts that use joiners come after Hebrew in Unicode; Latin, Greek and Cyrillic come before it.
    private const int FirstShaped = 0x0590;

    /// <summary>Whether the character at a position is a joiner where one belongs.</summary>
    public static bool IsJoining(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is not (Joiner or NonJoiner)) return false;
        if (Rune.DecodeLastFromUtf16(text[..at], out var before, out _) != OperationStatus.Done) return false;
        // At the end of a word they shape the mark before them, which removes a vowel.
        if (IsMark(before) && before.Value >= FirstShaped && !IsEmojiMark(before)) return true;
        if (Rune.DecodeFromUtf16(text[(at + 1)..], out var after, out _) != OperationStatus.Done) return false;
        if (IsShaped(before) && IsShaped(after)) return true;
        return text[at] == Joiner && IsEmoji(before) && IsEmoji(after);
    }

    private static bool IsShaped(Rune rune) =>
        rune.Value >= FirstShaped && !IsEmojiMark(rune) && (Rune.IsLetter(rune) || IsMark(rune));

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // An emoji, or a modifier: the variation selector for its colored form, or a skin tone.
    private static bool IsEmoji(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol
        || IsEmojiMark(rune)
        || rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    private static bool IsEmojiMark(Rune rune) => rune.Value == 0xFE0F;
}
