using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Completing;

/// <summary>The words of some texts, by number, in the order of the alphabet; finds those that a typed word may be or become.</summary>
internal sealed class WordIndex
{
    // A word that is used no more than this may itself be a slip ("leter" in a phrasing): what it may be a misspelling of fits as well.
    private const int Rare = 3;

    // A finished word of so many letters may stand for longer ones: "zuck", "govern".
    private const int MinPrefix = 4;

    private readonly string[] words;
    private readonly int[] uses;
    private readonly ulong[] stems;
    private readonly Dictionary<ulong, List<int>> byStem = [];
    private readonly SpellingRepair repair = new();

    /// <param name="counts">Each word with the number of wordings that use it.</param>
    public WordIndex(IReadOnlyDictionary<string, int> counts)
    {
        words = [.. counts.Keys];
        Array.Sort(words, StringComparer.Ordinal);
        uses = [.. words.Select(w => counts[w])];
        stems = [.. words.Select(w => Stems.KeyOf(w))];
        for (var id = 0; id < words.Length; id++)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(byStem, stems[id], out _) ??= []).Add(id);
            repair.Add(words[id], uses[id], isName: false);
        }
    }

    public int Count => words.Length;

    public int NumberOf(string word) => Array.BinarySearch(words, word, StringComparer.Ordinal);

    /// <summary>The numbers of the words that fit a typed one, each once; none where nothing is near.</summary>
    /// <param name="typed">Lower-case letters.</param>
    /// <param name="isFinished">Whether the word cannot go on.</param>
    /// <param name="found">Where they are put, in place of what was there.</param>
    public void Find(ReadOnlySpan<char> typed, bool isFinished, List<int> found)
    {
        found.Clear();
        var stem = Stems.KeyOf(typed);
        if (!isFinished) AddBeginningWith(typed, found);
        AddStem(stem, found);
        if (found.Count == 0 && isFinished && typed.Length >= MinPrefix) AddBeginningWith(typed, found);
        if (UsesOf(found) > Rare) return;

        if (repair.Find(typed) is { } meant) AddStem(stems[NumberOf(meant)], found);
        if (isFinished) return;
        var meantBeginnings = new List<string>();
        repair.FindBeginnings(typed, meantBeginnings);
        foreach (var word in meantBeginnings) Add(NumberOf(word), found);
    }

    private static void Add(int id, List<int> found)
    {
        if (!found.Contains(id)) found.Add(id);
    }

    private void AddStem(ulong stem, List<int> found)
    {
        foreach (var id in byStem.GetValueOrDefault(stem) ?? []) Add(id, found);
    }

    // Nothing was found before, so none is there twice.
    private void AddBeginningWith(ReadOnlySpan<char> typed, List<int> found)
    {
        for (var id = FirstFrom(typed); id < words.Length && words[id].AsSpan().StartsWith(typed); id++) found.Add(id);
    }

    private int FirstFrom(ReadOnlySpan<char> typed)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].AsSpan().SequenceCompareTo(typed) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int UsesOf(List<int> found)
    {
        var sum = 0;
        foreach (var id in found) sum += uses[id];
        return sum;
    }
}
