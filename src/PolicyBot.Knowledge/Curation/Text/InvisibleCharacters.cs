using System.Globalization;
using System.Text;

namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>
/// Finds invisible characters that disturb readers: control and format characters, and lone surrogates.
/// </summary>
internal static class InvisibleCharacters
{
    public const string Fix = "Remove it, or retype the words.";

    /// <summary>Describes the first one and the text before it, or returns null.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            // Nearly all text is plain ASCII; only the rest is looked up.
            var skip = text[at..].IndexOfAnyExceptInRange(' ', '~');
            if (skip < 0) return null;
            at += skip;
            var whole =
                Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done;
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
