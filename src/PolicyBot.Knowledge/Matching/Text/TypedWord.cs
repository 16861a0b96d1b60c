using System.Numerics;
using System.Runtime.CompilerServices;
using FuzzySharp;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// A typed word to be compared with known ones. Those that begin otherwise, or have too few letters in common, are
/// quickly excluded; the rest are compared by FuzzySharp's ratio (100 × twice the matching letters ÷ the letters of
/// both).
/// </summary>
internal ref struct TypedWord
{
    // The letters of a longer word don't fit into a number, so it is compared only by the ratio.
    private const int MaxLength = 64;

    private readonly ReadOnlySpan<char> _word;
    private readonly Places _places;
    private string? _asString;

    /// <summary>Reads a typed word.</summary>
    public TypedWord(ReadOnlySpan<char> word)
    {
        _word = word;
        if (word.Length > MaxLength) return;
        for (var i = 0; i < word.Length; i++) _places[LetterSet.GetSlot(word[i])] |= 1ul << i;
    }

    /// <summary>
    /// Gets the similarity, 0 to 100, to the first letters of a known word, or null if it is below the threshold.
    /// </summary>
    /// <param name="known">The known word.</param>
    /// <param name="length">The number of its letters to compare, at least two.</param>
    /// <param name="threshold">The minimum similarity.</param>
    public int? GetRatio(string known, int length, int threshold)
    {
        var letters = known.AsSpan(0, length);
        if (!BeginsAlike(letters)) return null;
        if (_word.Length <= MaxLength)
        {
            var lengths = _word.Length + length;
            if (lengths - (2 * CountCommon(letters)) > GetMaxDifference(lengths, threshold)) return null;
        }

        _asString ??= _word.ToString();
        var ratio = Fuzz.Ratio(_asString, length == known.Length ? known : known[..length]);
        return ratio < threshold ? null : ratio;
    }

    /// <summary>
    /// Gets how many letters two words of a similarity may not have in common; each is a mismatch.
    /// </summary>
    /// <param name="lengths">The sum of the words' lengths.</param>
    /// <param name="threshold">The similarity, which is rounded.</param>
    public static int GetMaxDifference(int lengths, int threshold) =>
        lengths * (200 - ((2 * threshold) - 1)) / 200;

    // The first letter is rarely wrong: it may be swapped, mistyped or missing, but an extra one is no typo
    // ("pinterest" is not "interest").
    private readonly bool BeginsAlike(ReadOnlySpan<char> known) =>
        _word[0] == known[0]
        || (_word[0] == known[1] && _word[1] == known[0])
        || (_word.Length >= 5 && (_word[1..].SequenceEqual(known[1..]) || _word.SequenceEqual(known[1..])));

    // The length of the longest common subsequence, one bit per letter (Hyyrö, 2004); letters that share a slot count
    // as the same, so it is never too small.
    private readonly int CountCommon(ReadOnlySpan<char> known)
    {
        var rest = ulong.MaxValue;
        foreach (var letter in known)
        {
            var matches = rest & _places[LetterSet.GetSlot(letter)];
            rest = (rest + matches) | (rest - matches);
        }

        return BitOperations.PopCount(~rest);
    }

    // Where each letter is in the typed word.
    [InlineArray(LetterSet.Slots)]
    private struct Places
    {
        private ulong _first;
    }
}
