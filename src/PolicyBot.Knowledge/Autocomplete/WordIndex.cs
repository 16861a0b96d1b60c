using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>
/// Numbers the words of texts in alphabetical order, and finds those that a typed word may mean or become.
/// </summary>
internal sealed class WordIndex
{
    // A word used no more often may itself be a typo ("leter" in a phrasing), so the words it may mean match too.
    private const int MaxRareUses = 3;

    // A finished word of at least this length may be the beginning of a longer one: "zuck", "govern".
    private const int MinPrefix = 4;

    private readonly string[] _words;
    private readonly int[] _uses;
    private readonly ulong[] _stems;
    private readonly Dictionary<ulong, List<int>> _byStem = [];
    private readonly IReadOnlySet<string>? _names;
    private readonly SpellingCorrector _corrector = new();

    /// <param name="counts">The words with the number of wordings that use them.</param>
    /// <param name="names">Those that are parts of names: a similar word may be another name.</param>
    public WordIndex(IReadOnlyDictionary<string, int> counts, IReadOnlySet<string>? names = null)
    {
        _names = names;
        _words = [.. counts.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _uses = [.. _words.Select(w => counts[w])];
        _stems = [.. _words.Select(w => Stems.GetKey(w))];
        for (var id = 0; id < _words.Length; id++)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_byStem, _stems[id], out _) ??= []).Add(id);
            _corrector.Add(_words[id], _uses[id], names?.Contains(_words[id]) ?? false);
        }
    }

    public int Count => _words.Length;

    public int GetNumber(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal);

    /// <summary>Finds the numbers of the words that match a typed one, each once.</summary>
    /// <param name="typed">The typed word, in lower case.</param>
    /// <param name="isFinished">Whether the word is complete.</param>
    /// <param name="found">Receives the numbers; cleared first.</param>
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

    /// <summary>
    /// Finds the numbers of the words with the stem of a typed one, and of those that begin with it. If there are none,
    /// and it is no English word, finds the one that it is probably meant to be. Names have no stem: Browning is not
    /// Brown.
    /// </summary>
    /// <param name="typed">The typed word, in lower case.</param>
    /// <param name="found">Receives the numbers; cleared first.</param>
    public void FindMatches(string typed, List<int> found)
    {
        found.Clear();
        AddInflections(typed, found);
        if (typed.Length >= MinPrefix) AddByPrefix(typed, found);
        if (found.Count == 0 && !EnglishLexicon.IsWord(typed) && _corrector.Find(typed) is { } meant)
            AddInflections(meant, found);
    }

    private static void Add(int id, List<int> found)
    {
        if (!found.Contains(id)) found.Add(id);
    }

    private void AddStem(ulong stem, List<int> found)
    {
        foreach (var id in _byStem.GetValueOrDefault(stem) ?? []) Add(id, found);
    }

    // The words with the same stem, and names only as they are or without a plural ending.
    private void AddInflections(string word, List<int> found)
    {
        foreach (var id in _byStem.GetValueOrDefault(Stems.GetKey(word)) ?? [])
        {
            var other = _words[id];
            if (_names?.Contains(other) != true || other == word || other + "s" == word) Add(id, found);
        }
    }

    private void AddByPrefix(ReadOnlySpan<char> typed, List<int> found)
    {
        for (var id = FindFirst(typed); id < _words.Length && _words[id].AsSpan().StartsWith(typed); id++)
            Add(id, found);
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
