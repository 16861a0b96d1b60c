using System.Numerics;
using FuzzySharp;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// A word as somebody typed it, to be compared with known ones. Those whose letters differ too much are passed over by a bit mask; the
/// rest are compared with FuzzySharp's ratio (100 × twice the matching letters ÷ the letters of both).
/// </summary>
internal ref struct TypedWord(ReadOnlySpan<char> word)
{
    private readonly ReadOnlySpan<char> _word = word;
    private readonly uint _mask = GetMask(word);
    private string? _asString;

    /// <summary>Which letters a word has, a bit each.</summary>
    public static uint GetMask(ReadOnlySpan<char> word)
    {
        var mask = 0u;
        foreach (var c in word) mask |= 1u << (c & 31);
        return mask;
    }

    /// <summary>The likeness, 0 to 100, to the first letters of a known word, or null where it is below the threshold.</summary>
    /// <param name="known">The known word.</param>
    /// <param name="length">How many of its letters count, at least two.</param>
    /// <param name="knownMask">The mask of those.</param>
    /// <param name="threshold">The least likeness.</param>
    public int? GetRatio(string known, int length, uint knownMask, int threshold)
    {
        // A letter that only one of the two has is a letter that does not match, and the ratio allows for so many of those.
        if (BitOperations.PopCount(_mask ^ knownMask) * 100 > (100 - threshold) * (_word.Length + length)) return null;
        if (!BeginsAlike(known.AsSpan(0, length))) return null;
        _asString ??= _word.ToString();
        var ratio = Fuzz.Ratio(_asString, length == known.Length ? known : known[..length]);
        return ratio < threshold ? null : ratio;
    }

    // The first letter is the one least often mistaken: it may be swapped, mistyped or left out, but one too many is not a slip
    // ("pinterest" is not "interest").
    private readonly bool BeginsAlike(ReadOnlySpan<char> known) =>
        _word[0] == known[0]
        || (_word[0] == known[1] && _word[1] == known[0])
        || (_word.Length >= 5 && (_word[1..].SequenceEqual(known[1..]) || _word.SequenceEqual(known[1..])));
}
