using System.Globalization;
using System.Text;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>A text normalized to ignore some differences, with a mapping back to the original.</summary>
internal sealed class FoldedText
{
    private readonly List<int> _origins = [];
    private readonly string _original;

    public FoldedText(string text, TextDifferences ignored)
    {
        _original = text;
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (ignored.HasFlag(TextDifferences.Accents) && IsMark(text[i])) continue;
            var character = Fold(text[i], ignored);
            if (character == ' ' && ignored.HasFlag(TextDifferences.Spaces) && folded.Length > 0 && folded[^1] == ' ')
                continue;
            folded.Append(character);
            _origins.Add(i);
        }

        Text = folded.ToString();
    }

    public string Text { get; }

    /// <summary>
    /// Finds the first occurrence of another text and returns the original's characters there, or null.
    /// </summary>
    public string? Find(FoldedText other)
    {
        var at = Text.IndexOf(other.Text, StringComparison.Ordinal);
        if (at < 0 || other.Text.Length == 0) return null;
        var end = at + other.Text.Length;
        return _original[_origins[at]..(end < _origins.Count ? _origins[end] : _original.Length)].Trim();
    }

    /// <summary>Finds the kinds of differences between two otherwise equal texts.</summary>
    public static TextDifferences FindDifferences(string left, string right)
    {
        var differences = TextDifferences.None;
        foreach (var one in Enum.GetValues<TextDifferences>())
        {
            if (one is TextDifferences.None or TextDifferences.All) continue;
            var others = TextDifferences.All & ~one;
            if (new FoldedText(left, others).Text != new FoldedText(right, others).Text) differences |= one;
        }

        return differences;
    }

    /// <summary>Whether a character is a combining accent, which belongs to the letter before it.</summary>
    public static bool IsMark(char character) =>
        character >= '\u0300' && char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    private static char Fold(char character, TextDifferences ignored) => character switch
    {
        '’' or '‘' or '‛' or '′' or '`' or '´' when ignored.HasFlag(TextDifferences.QuotationMarks) => '\'',
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' when ignored.HasFlag(TextDifferences.QuotationMarks) => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' when ignored.HasFlag(TextDifferences.Dashes) => '-',
        _ when ignored.HasFlag(TextDifferences.Spaces) && char.IsWhiteSpace(character) => ' ',
        _ => FoldLetter(character, ignored),
    };

    private static char FoldLetter(char letter, TextDifferences ignored)
    {
        if (ignored.HasFlag(TextDifferences.Accents)) letter = AccentFolding.Fold(letter);
        return ignored.HasFlag(TextDifferences.Capitals) ? char.ToLowerInvariant(letter) : letter;
    }
}
