using System.Runtime.CompilerServices;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Knows which words are English, and how common they are. The lists are loaded on first use. Words must be in lower
/// case, with plain letters. Thread-safe.
/// </summary>
internal static class EnglishLexicon
{
    private const char Comment = '#';

    // The approximate sizes, to avoid resizing.
    private const int ExpectedWords = 70_000;
    private const int ExpectedNames = 10_000;

    private static readonly Lazy<Lists> Loaded = new(Load);

    /// <summary>Whether it is an English word, or a very common name.</summary>
    public static bool IsWord(ReadOnlySpan<char> lowerCase) => GetId(lowerCase) >= 0;

    /// <summary>Whether it is a common word, one that has a rank.</summary>
    public static bool IsCommon(ReadOnlySpan<char> lowerCase) => GetRank(lowerCase) >= 0;

    /// <summary>Whether it is always capitalized: France, Obama. Common ones are words, too.</summary>
    public static bool IsProperName(ReadOnlySpan<char> lowerCase) =>
        Loaded.Value.Names.Find(GetKey(lowerCase)) >= 0;

    /// <summary>Gets the rank of a common word, 0 for the most common; -1 for any other word.</summary>
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

    // Returns how many words come before the list's last heading. Optimized immediately, because it runs only once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int AddLines(string list, HashIndex index)
    {
        using var reader = new StreamReader(WordLists.Open(list));
        var beforeHeading = 0;
        var rest = reader.ReadToEnd().AsSpan();
        while (!rest.IsEmpty)
        {
            // A custom loop, because EnumerateLines would double the time.
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
