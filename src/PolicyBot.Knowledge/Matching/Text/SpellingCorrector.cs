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

    private readonly List<(string Word, LetterCounts Letters, int Uses, bool IsName)> _words = [];

    // The words by their first letter, and by all letters but the first: the ones that can begin like a typed word.
    private readonly Dictionary<char, List<int>> _byFirst = [];
    private readonly Dictionary<ulong, List<int>> _byRest = [];

    /// <summary>Adds a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="uses">The number of times the set uses it.</param>
    /// <param name="isName">Whether it is part of a name.</param>
    public void Add(string word, int uses, bool isName)
    {
        if (word.Length < MinLength) return;
        AddTo(_byFirst, word[0], _words.Count);
        AddTo(_byRest, Stems.GetTypedKey(word.AsSpan(1)), _words.Count);
        _words.Add((word, new LetterCounts(word), uses, isName));
    }

    /// <summary>Finds the closest known word, or null if none is close enough.</summary>
    public string? Find(ReadOnlySpan<char> word)
    {
        if (!CanCorrect(word)) return null;
        var typed = new TypedWord(word);
        var best = new Best(-1, 0);
        Compare(ref typed, _byFirst.GetValueOrDefault(word[0]), word.Length, ref best);
        if (word[1] != word[0]) Compare(ref typed, _byFirst.GetValueOrDefault(word[1]), word.Length, ref best);
        Compare(ref typed, _byRest.GetValueOrDefault(Stems.GetTypedKey(word)), word.Length, ref best);
        Compare(ref typed, _byRest.GetValueOrDefault(Stems.GetTypedKey(word[1..])), word.Length, ref best);
        return best.Index < 0 ? null : _words[best.Index].Word;
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
        foreach (var (known, _, _, _) in _words)
        {
            var ratio = 0;
            for (var length = beginning.Length - 1; length <= Math.Min(beginning.Length + 1, known.Length); length++)
            {
                ratio = Math.Max(
                    ratio, typed.GetRatio(known, length, new LetterCounts(known.AsSpan(0, length)), threshold) ?? 0);
            }

            if (ratio == 0) continue;
            candidates.Add((known, ratio));
            best = Math.Max(best, ratio);
        }

        foreach (var (known, ratio) in candidates)
        {
            if (ratio >= best - BeginningMargin) found.Add(known);
        }
    }

    // Compares the typed word with the candidates; between equals, the one that was added first wins.
    private void Compare(ref TypedWord typed, List<int>? candidates, int length, ref Best best)
    {
        if (candidates is null) return;
        var ordinary = GetThreshold(length);
        var words = CollectionsMarshal.AsSpan(_words);
        foreach (var index in candidates)
        {
            ref readonly var word = ref words[index];
            var known = word.Word;
            if (Math.Abs(known.Length - length) > MaxLengthDifference) continue;
            var threshold = word.IsName && known.Length < LongName ? ShortNameThreshold : ordinary;
            if (typed.GetRatio(known, known.Length, word.Letters, threshold) is not { } ratio) continue;
            var score = ratio + GetUseBonus(word.Uses);
            if (score > best.Score || (score == best.Score && index < best.Index)) best = new Best(index, score);
        }
    }

    private static void AddTo<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int index)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(index);
    }

    private static bool CanCorrect(ReadOnlySpan<char> word) =>
        word.Length >= MinLength && !word.ContainsAnyInRange('0', '9');

    // A frequent word is more likely: ten times the uses are worth a ratio of 8.
    private static double GetUseBonus(int uses) => 8 * Math.Log10(1 + uses);

    // Allows one typo in a word of this length, and two from nine letters on.
    private static int GetThreshold(int length) => length switch { 4 => 75, 5 => 80, 6 => 82, _ => 80 };

    private readonly record struct Best(int Index, double Score);
}
