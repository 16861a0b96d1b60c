using System.Globalization;
using System.Text;

namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>Finds what nobody sees and readers get in the way of all the same: control and format characters, and halves of characters.</summary>
internal static class InvisibleCharacters
{
    public const string Fix = "Take it out, or type the words anew.";

    /// <summary>The first of them, with what stands before it, or null.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            // Nearly all text is plain; only the rest is looked up.
            var skip = text[at..].IndexOfAnyExceptInRange(' ', '~');
            if (skip < 0) return null;
            at += skip;
            var whole = Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (!whole) return $"half a character (U+{(int)text[at]:X4}) {After(text[..at])}";
            var isInvisible = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            if (isInvisible && text[at] != '\n' && !Joiners.IsJoining(text, at))
                return $"the invisible character U+{rune.Value:X4} {After(text[..at])}";
            at += length;
        }

        return null;
    }

    private static string After(ReadOnlySpan<char> before)
    {
        if (before.IsEmpty) return "at its start";
        var shown = before[^Math.Min(before.Length, 20)..];
        return $"after “{(char.IsLowSurrogate(shown[0]) ? shown[1..] : shown).ToString().ReplaceLineEndings(" ")}”";
    }
}
