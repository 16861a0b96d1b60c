using System.Numerics;
using FuzzySharp;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Finds the known word that an unknown one is most likely a misspelling of. Words whose letters differ too much are passed over by a
/// bit mask; the rest are compared with FuzzySharp's ratio (100 × twice the matching letters ÷ the letters of both).
/// </summary>
internal sealed class SpellingRepair
{
    private const int MinLength = 4;
    private const int MaxLengthDifference = 2;

    // A short name with another letter is rather another name: Barry and Burr are not Barr, nor is Sutton Dutton.
    private const int LongName = 7;
    private const int ShortNameThreshold = 90;

    private readonly List<(string Word, uint Mask, int Uses, bool IsName)> words = [];

    /// <summary>Adds a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="uses">How often the set uses it.</param>
    /// <param name="isName">Whether it is part of a name.</param>
    public void Add(string word, int uses, bool isName)
    {
        if (word.Length >= MinLength) words.Add((word, MaskOf(word), uses, isName));
    }

    /// <summary>The nearest known word, or null where none is near enough.</summary>
    public string? Find(ReadOnlySpan<char> word)
    {
        if (word.Length < MinLength || word.ContainsAnyInRange('0', '9')) return null;
        var mask = MaskOf(word);
        var ordinary = Threshold(word.Length);
        string? asString = null;
        (string? Word, double Score) best = (null, 0);
        foreach (var (known, knownMask, uses, isName) in words)
        {
            if (Math.Abs(known.Length - word.Length) > MaxLengthDifference) continue;
            var threshold = isName && known.Length < LongName ? ShortNameThreshold : ordinary;
            // A letter that only one of the two has is a letter that does not match, and the ratio allows for so many of those.
            if (BitOperations.PopCount(mask ^ knownMask) * 100 > (100 - threshold) * (word.Length + known.Length) || !BeginsAlike(word, known)) continue;
            asString ??= word.ToString();
            var ratio = Fuzz.Ratio(asString, known);
            if (ratio < threshold) continue;
            var score = ratio + Prior(uses);
            if (score > best.Score) best = (known, score);
        }

        return best.Word;
    }

    // A word that is used much is the likelier meant: ten times the uses outweigh a ratio of 8.
    private static double Prior(int uses) => 8 * Math.Log10(1 + uses);

    // One slip in a word of this length still passes; two do from nine letters on.
    private static int Threshold(int length) => length switch { 4 => 75, 5 => 80, 6 => 82, _ => 80 };

    // The first letter is the one least often mistaken: it may be swapped, mistyped or left out, but one too many is not a slip
    // ("pinterest" is not "interest").
    private static bool BeginsAlike(ReadOnlySpan<char> word, string known) =>
        word[0] == known[0]
        || (word[0] == known[1] && word[1] == known[0])
        || (word.Length >= 5 && (word[1..].SequenceEqual(known.AsSpan(1)) || word.SequenceEqual(known.AsSpan(1))));

    private static uint MaskOf(ReadOnlySpan<char> word)
    {
        var mask = 0u;
        foreach (var c in word) mask |= 1u << (c & 31);
        return mask;
    }
}
