using System.Runtime.InteropServices;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Finds the words that may resemble a typed one. Most are excluded by eight bytes each, because a question that is
/// asked of many articles finds the words of each in no cache.
/// </summary>
internal sealed class WordFilter
{
    private readonly List<LetterSet> _letters = [];
    private readonly List<int> _indexes = [];

    /// <summary>Adds a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="index">Its number elsewhere.</param>
    public void Add(string word, int index)
    {
        _letters.Add(new LetterSet(word));
        _indexes.Add(index);
    }

    /// <summary>Finds the next word that may resemble a typed one; −1 if there is none.</summary>
    /// <param name="typed">The typed word.</param>
    /// <param name="threshold">The similarity, 0 to 100.</param>
    /// <param name="maxLengthDifference">How many letters one of them may have more.</param>
    /// <param name="from">Where to begin, 0 or more.</param>
    public int FindNext(LetterSet typed, int threshold, int maxLengthDifference, int from)
    {
        var letters = CollectionsMarshal.AsSpan(_letters);
        // What the longest of them may differ.
        var maxDifference = TypedWord.GetMaxDifference((2 * typed.Length) + maxLengthDifference, threshold);
        for (var at = from; at < letters.Length; at++)
        {
            if (letters[at].GetDifference(typed) <= maxDifference
                && Math.Abs(letters[at].Length - typed.Length) <= maxLengthDifference)
                return at;
        }

        return -1;
    }

    /// <summary>Gets the number of a word that was found.</summary>
    public int GetIndex(int at) => _indexes[at];
}
