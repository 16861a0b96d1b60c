using System.Numerics;
using FuzzySharp;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// A typed word to be compared with known ones. A bit mask quickly excludes those whose letters differ too much; the
/// rest are compared by FuzzySharp's ratio (100 × twice the matching letters ÷ the letters of both).
/// </summary>
internal ref struct TypedWord(ReadOnlySpan<char> word)
{
    private readonly ReadOnlySpan<char> _word = word;
    private readonly uint _mask = GetMask(word);
    private string? _asString;

    /// <summary>Gets the letters of a word as a bit mask.</summary>
    public static uint GetMask(ReadOnlySpan<char> word)
    {
        var mask = 0u;
        foreach (var c in word) mask |= 1u << (c & 31);
        return mask;
    }

    /// <summary>
    /// Gets the similarity, 0 to 100, to the first letters of a known word, or null if it is below the threshold.
    /// </summary>
    /// <param name="known">The known word.</param>
    /// <param name="length">The number of its letters to compare, at least two.</param>
    /// <param name="knownMask">The bit mask of those letters.</param>
    /// <param name="threshold">The minimum similarity.</param>
    public int? GetRatio(string known, int length, uint knownMask, int threshold)
    {
        // Each letter that only one of the words has is a mismatch, and the threshold limits their number.
        if (BitOperations.PopCount(_mask ^ knownMask) * 100 > (100 - threshold) * (_word.Length + length)) return null;
        if (!BeginsAlike(known.AsSpan(0, length))) return null;
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
