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

    private readonly List<(string Word, uint Mask, int Uses)> words = [];

    /// <summary>Adds a word that is used so often in the set.</summary>
    public void Add(string word, int uses)
    {
        if (word.Length >= MinLength) words.Add((word, MaskOf(word), uses));
    }

    /// <summary>The nearest known word, or null where none is near enough.</summary>
    public string? Find(ReadOnlySpan<char> word)
    {
        if (word.Length < MinLength || word.ContainsAnyInRange('0', '9')) return null;
        var mask = MaskOf(word);
        var threshold = Threshold(word.Length);
        string? asString = null;
        (string? Word, double Score) best = (null, 0);
        foreach (var (known, knownMask, uses) in words)
        {
            if (Math.Abs(known.Length - word.Length) > MaxLengthDifference) continue;
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
