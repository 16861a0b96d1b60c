using System.Runtime.CompilerServices;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Which words are English, and how common they are. The lists are loaded when the first word is looked up. Words are
/// given in lower case, with plain letters; safe for many threads.
/// </summary>
internal static class EnglishLexicon
{
    private const char Comment = '#';

    // About as many as there are; a guess that spares growing.
    private const int ExpectedWords = 70_000;
    private const int ExpectedNames = 10_000;

    private static readonly Lazy<Lists> Loaded = new(Load);

    /// <summary>Whether it is a word of English, or a name as common as one.</summary>
    public static bool IsWord(ReadOnlySpan<char> lowerCase) => GetId(lowerCase) >= 0;

    /// <summary>Whether it is one of the common words, those that have a rank.</summary>
    public static bool IsCommon(ReadOnlySpan<char> lowerCase) => GetRank(lowerCase) >= 0;

    /// <summary>Whether it is written with a capital only: France, Obama. The common ones are words, too.</summary>
    public static bool IsProperName(ReadOnlySpan<char> lowerCase) =>
        Loaded.Value.Names.Find(GetKey(lowerCase)) >= 0;

    /// <summary>The rank of a common word, 0 for the most common; -1 for any other.</summary>
    public static int GetRank(ReadOnlySpan<char> lowerCase)
    {
        var id = GetId(lowerCase);
        return id < Loaded.Value.CommonWords ? id : -1;
    }

    private static int GetId(ReadOnlySpan<char> word) => Loaded.Value.Words.Find(GetKey(word));

    private static ulong GetKey(ReadOnlySpan<char> word) => Hash.Compute(word, 'e');

    private static Lists Load()
    {
        var words = new HashIndex(ExpectedWords);
        var names = new HashIndex(ExpectedNames);
        var commonWords = AddLines("english-words", words);
        AddLines("proper-names", names);
        return new Lists(words, commonWords, names);
    }

    // Returns how many words come before the list's last heading. Optimized at once, for it runs only once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int AddLines(string list, HashIndex index)
    {
        using var reader = new StreamReader(WordLists.Open(list));
        var beforeHeading = 0;
        var rest = reader.ReadToEnd().AsSpan();
        while (!rest.IsEmpty)
        {
            // A loop of its own, because EnumerateLines takes as long as all the rest.
            var end = rest.IndexOf('\n');
            if (end < 0) end = rest.Length;
            var line = rest[..end].TrimEnd('\r');
            if (!line.IsEmpty)
            {
                if (line[0] == Comment) beforeHeading = index.Count;
                else index.Add(GetKey(line));
            }

            rest = rest[Math.Min(end + 1, rest.Length)..];
        }

        return beforeHeading;
    }

    // The id of a common word is its rank.
    private sealed record Lists(HashIndex Words, int CommonWords, HashIndex Names);
}
