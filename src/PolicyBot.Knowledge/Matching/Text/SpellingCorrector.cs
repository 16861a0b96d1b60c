using System.Runtime.InteropServices;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Finds the known word that an unknown one probably means, by similarity (<see cref="TypedWord"/>) and frequency.
/// </summary>
internal sealed class SpellingCorrector
{
    private const int MinLength = 4;
    private const int MaxLengthDifference = 2;

    // A short name with a different letter is probably another name: Barry and Burr are not Barr, nor is Sutton Dutton.
    private const int LongName = 7;
    private const int ShortNameThreshold = 90;

    // Beginnings with a ratio this much below the best one are ignored.
    private const int BeginningMargin = 10;

    private readonly List<Known> _words = [];

    // The words by their first letter, and by all letters but the first: the ones that can begin like a typed word.
    private readonly WordFilter[] _byFirst = [.. Enumerable.Range(0, LetterSet.Slots).Select(_ => new WordFilter())];
    private readonly Dictionary<ulong, List<int>> _byRest = [];

    /// <summary>Adds a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="uses">The number of times the set uses it.</param>
    /// <param name="isName">Whether it is part of a name.</param>
    public void Add(string word, int uses, bool isName)
    {
        if (word.Length < MinLength) return;
        var threshold = isName && word.Length < LongName ? ShortNameThreshold : 0;
        var rest = Stems.GetTypedKey(word.AsSpan(1));
        if (!_byRest.TryGetValue(rest, out var same)) _byRest[rest] = same = [];
        same.Add(_words.Count);
        _byFirst[LetterSet.GetSlot(word[0])].Add(word, _words.Count);
        _words.Add(new Known(word, uses, threshold));
    }

    /// <summary>Finds the closest known word, or null if none is close enough.</summary>
    public string? Find(ReadOnlySpan<char> word)
    {
        if (!CanCorrect(word)) return null;
        var typed = new TypedWord(word);
        var best = new Best(-1, 0);
        CompareAlike(ref typed, word, word[0], ref best);
        if (LetterSet.GetSlot(word[1]) != LetterSet.GetSlot(word[0]))
            CompareAlike(ref typed, word, word[1], ref best);
        CompareRest(ref typed, word, word, ref best);
        CompareRest(ref typed, word, word[1..], ref best);
        return best.Index < 0 ? null : _words[best.Index].Text;
    }

    /// <summary>Finds the known words that an unfinished word may become, allowing for a typo in its letters.</summary>
    /// <param name="beginning">The letters typed so far.</param>
    /// <param name="found">Receives the words.</param>
    public void FindBeginnings(ReadOnlySpan<char> beginning, List<string> found)
    {
        if (!CanCorrect(beginning)) return;
        var typed = new TypedWord(beginning);
        var threshold = GetThreshold(beginning.Length);
        var candidates = new List<(string Word, int Ratio)>();
        var best = 0;
        foreach (var word in _words)
        {
            var known = word.Text;
            var ratio = 0;
            for (var length = beginning.Length - 1; length <= Math.Min(beginning.Length + 1, known.Length); length++)
                ratio = Math.Max(ratio, typed.GetRatio(known, length, threshold) ?? 0);

            if (ratio == 0) continue;
            candidates.Add((known, ratio));
            best = Math.Max(best, ratio);
        }

        foreach (var (known, ratio) in candidates)
        {
            if (ratio >= best - BeginningMargin) found.Add(known);
        }
    }

    // Compares the typed word with the known ones that begin with a letter and may be similar enough.
    private void CompareAlike(ref TypedWord typed, ReadOnlySpan<char> word, char first, ref Best best)
    {
        var letters = new LetterSet(word);
        var threshold = GetThreshold(word.Length);
        var words = _byFirst[LetterSet.GetSlot(first)];
        var at = -1;
        while ((at = words.FindNext(letters, threshold, MaxLengthDifference, at + 1)) >= 0)
            Compare(ref typed, words.GetIndex(at), threshold, ref best);
    }

    // Compares it with those of which it has all letters but the first.
    private void CompareRest(ref TypedWord typed, ReadOnlySpan<char> word, ReadOnlySpan<char> rest, ref Best best)
    {
        if (!_byRest.TryGetValue(Stems.GetTypedKey(rest), out var same)) return;
        foreach (var index in same) Compare(ref typed, index, GetThreshold(word.Length), ref best);
    }

    // Between equals, the one that was added first wins.
    private void Compare(ref TypedWord typed, int index, int threshold, ref Best best)
    {
        ref readonly var word = ref CollectionsMarshal.AsSpan(_words)[index];
        var needed = Math.Max(threshold, word.Threshold);
        if (typed.GetRatio(word.Text, word.Text.Length, needed) is not { } ratio) return;
        var score = ratio + GetUseBonus(word.Uses);
        if (score > best.Score || (score == best.Score && index < best.Index)) best = new Best(index, score);
    }

    private static bool CanCorrect(ReadOnlySpan<char> word) =>
        word.Length >= MinLength && !word.ContainsAnyInRange('0', '9');

    // A frequent word is more likely: ten times the uses are worth a ratio of 8.
    private static double GetUseBonus(int uses) => 8 * Math.Log10(1 + uses);

    // Allows one typo in a word of this length, and two from nine letters on.
    private static int GetThreshold(int length) => length switch { 4 => 75, 5 => 80, 6 => 82, _ => 80 };

    private readonly record struct Best(int Index, double Score);

    /// <summary>A known word.</summary>
    /// <param name="Text">The word.</param>
    /// <param name="Uses">The number of times the set uses it.</param>
    /// <param name="Threshold">The similarity it needs, if that is more than for other words.</param>
    private readonly record struct Known(string Text, int Uses, int Threshold);
}
