using FuzzySharp;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// A typed word to be compared with known ones. Those that begin otherwise, or have too few letters in common, are
/// quickly excluded; the rest are compared by FuzzySharp's ratio (100 × twice the matching letters ÷ the letters of
/// both).
/// </summary>
internal ref struct TypedWord(ReadOnlySpan<char> word)
{
    private readonly ReadOnlySpan<char> _word = word;
    private readonly LetterCounts _letters = new(word);
    private string? _asString;

    /// <summary>
    /// Gets the similarity, 0 to 100, to the first letters of a known word, or null if it is below the threshold.
    /// </summary>
    /// <param name="known">The known word.</param>
    /// <param name="length">The number of its letters to compare, at least two.</param>
    /// <param name="letters">How often each letter is among those.</param>
    /// <param name="threshold">The minimum similarity.</param>
    public int? GetRatio(string known, int length, in LetterCounts letters, int threshold)
    {
        if (!BeginsAlike(known.AsSpan(0, length))) return null;
        // A letter that only one of the words has is a mismatch. The ratio is rounded.
        var lengths = _word.Length + length;
        if (200 * (lengths - _letters.GetDifference(letters)) < ((2 * threshold) - 1) * lengths) return null;
        _asString ??= _word.ToString();
        var ratio = Fuzz.Ratio(_asString, length == known.Length ? known : known[..length]);
        return ratio < threshold ? null : ratio;
    }

    // The first letter is rarely wrong: it may be swapped, mistyped or missing, but an extra one is no typo
    // ("pinterest" is not "interest").
    private readonly bool BeginsAlike(ReadOnlySpan<char> known) =>
        _word[0] == known[0]
        || (_word[0] == known[1] && _word[1] == known[0])
        || (_word.Length >= 5 && (_word[1..].SequenceEqual(known[1..]) || _word.SequenceEqual(known[1..])));
}
