using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>The words of some texts, by number, in the order of the alphabet; finds those that a typed word may be or become.</summary>
internal sealed class WordIndex
{
    // A word that is used no more than this may itself be a slip ("leter" in a phrasing): what it may be a misspelling of fits as well.
    private const int MaxRareUses = 3;

    // A finished word of so many letters may stand for longer ones: "zuck", "govern".
    private const int MinPrefix = 4;

    private readonly string[] _words;
    private readonly int[] _uses;
    private readonly ulong[] _stems;
    private readonly Dictionary<ulong, List<int>> _byStem = [];
    private readonly SpellingCorrector _corrector = new();

    /// <param name="counts">Each word with the number of wordings that use it.</param>
    public WordIndex(IReadOnlyDictionary<string, int> counts)
    {
        _words = [.. counts.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _uses = [.. _words.Select(w => counts[w])];
        _stems = [.. _words.Select(w => Stems.GetKey(w))];
        for (var id = 0; id < _words.Length; id++)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_byStem, _stems[id], out _) ??= []).Add(id);
            _corrector.Add(_words[id], _uses[id], isName: false);
        }
    }

    public int Count => _words.Length;

    public int GetNumber(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal);

    /// <summary>The numbers of the words that fit a typed one, each once; none where nothing is near.</summary>
    /// <param name="typed">Lower-case letters.</param>
    /// <param name="isFinished">Whether the word cannot go on.</param>
    /// <param name="found">Where they are put, in place of what was there.</param>
    public void Find(ReadOnlySpan<char> typed, bool isFinished, List<int> found)
    {
        found.Clear();
        var stem = Stems.GetKey(typed);
        if (!isFinished) AddByPrefix(typed, found);
        AddStem(stem, found);
        if (found.Count == 0 && isFinished && typed.Length >= MinPrefix) AddByPrefix(typed, found);
        if (CountUses(found) > MaxRareUses) return;

        if (_corrector.Find(typed) is { } meant) AddStem(_stems[GetNumber(meant)], found);
        if (isFinished) return;
        var meantBeginnings = new List<string>();
        _corrector.FindBeginnings(typed, meantBeginnings);
        foreach (var word in meantBeginnings) Add(GetNumber(word), found);
    }

    private static void Add(int id, List<int> found)
    {
        if (!found.Contains(id)) found.Add(id);
    }

    private void AddStem(ulong stem, List<int> found)
    {
        foreach (var id in _byStem.GetValueOrDefault(stem) ?? []) Add(id, found);
    }

    // Nothing was found before, so none is there twice.
    private void AddByPrefix(ReadOnlySpan<char> typed, List<int> found)
    {
        for (var id = FindFirst(typed); id < _words.Length && _words[id].AsSpan().StartsWith(typed); id++) found.Add(id);
    }

    private int FindFirst(ReadOnlySpan<char> typed)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].AsSpan().SequenceCompareTo(typed) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int CountUses(List<int> found)
    {
        var sum = 0;
        foreach (var id in found) sum += _uses[id];
        return sum;
    }
}
