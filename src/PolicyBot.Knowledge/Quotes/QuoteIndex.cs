using System.Collections.Frozen;
using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Quotes;

/// <summary>
/// Finds the quotes of a set by their words. Words match if they have the same stem or begin with what was typed, and
/// a misspelled word is read as the most similar one. Indexed on first use; safe for many threads.
/// </summary>
public sealed class QuoteIndex
{
    // Shorter quotes ("safety") say little on their own.
    private const int FewestWords = 3;

    // Fewer than in questions: somebody may look for quotes with "never" or "people".
    private static readonly FrozenSet<string> StopWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "an", "the", "of", "on", "in", "to", "and", "or", "for", "from", "by", "with", "about", "is", "are", "was",
        "were", "it", "its", "that", "this");

    private readonly IReadOnlyList<Quote> _quotes;
    private readonly Lazy<WordSets> _speakers;
    private readonly Lazy<WordSets> _all;

    /// <summary>Creates the index of a set's quotes.</summary>
    /// <param name="set">The set.</param>
    public QuoteIndex(KnowledgeSet set)
    {
        _quotes = set.Quotes;
        Speakers = [.. _quotes.Select(q => q.Speaker).Distinct()];
        Topics = [.. _quotes.SelectMany(q => q.Topics).Distinct()];
        _speakers = new(() => new WordSets([.. _quotes.Select(q => ReadWords(q.Speaker))], ReadNames(set)));
        _all = new(() => new WordSets([.. _quotes.Select(ReadWords)], ReadNames(set)));
    }

    /// <summary>Everybody who is quoted, in the article's order.</summary>
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>What the quotes are about, in the article's order.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>
    /// Returns the quotes of three words or more, or all of them if there are no such quotes: shorter ones are shown
    /// only to users who ask for them.
    /// </summary>
    /// <param name="quotes">The quotes.</param>
    public static IReadOnlyList<Quote> PreferLong(IReadOnlyList<Quote> quotes) =>
        quotes.Where(q => CountWords(q) >= FewestWords).ToList() is { Count: > 0 } some ? some : quotes;

    /// <summary>
    /// Finds the matching quotes, in the article's order. A search without searchable words ("???", "the") finds
    /// nothing.
    /// </summary>
    /// <param name="by">Words that must all be in the speaker's name, or null.</param>
    /// <param name="about">Words that must all be in the text, the speaker's name or a topic; or null.</param>
    public IReadOnlyList<Quote> Find(string? by, string? about)
    {
        var bySpeaker = Find(_speakers, by);
        var bySubject = Find(_all, about);
        return [.. _quotes.Where((_, i) => bySpeaker[i] && bySubject[i])];
    }

    /// <summary>Reads the words of a search: in lower case, without accents and stop words. "U.S." is "us".</summary>
    internal static List<string> ReadWords(string text) =>
    [
        .. WordTokenizer.Tokenize(text)
            .Select(w => string.Concat(w.Key.Where(c => c != '.').Select(AccentFolding.Fold)))
            .Where(w => w.Length > 0 && !StopWords.Contains(w)),
    ];

    /// <summary>Finds out which quotes, in the article's order, match all of some words.</summary>
    internal bool[] FindAbout(List<string> words) => _all.Value.FindAll(words);

    private bool[] Find(Lazy<WordSets> sets, string? search)
    {
        if (search is not null) return ReadWords(search) is { Count: > 0 } words
            ? sets.Value.FindAll(words)
            : new bool[_quotes.Count];
        var all = new bool[_quotes.Count];
        Array.Fill(all, true);
        return all;
    }

    private static List<string> ReadWords(Quote quote) =>
        [.. ((string[])[quote.Passage.Text, quote.Speaker, .. quote.Topics]).SelectMany(ReadWords)];

    private static HashSet<string> ReadNames(KnowledgeSet set) =>
        [.. set.Quotes.Select(q => q.Speaker).Concat(set.Names).SelectMany(ReadWords)];

    private static int CountWords(Quote quote) =>
        quote.Passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The words of each quote, by their numbers.</summary>
    private sealed class WordSets
    {
        private readonly WordIndex _words;
        private readonly HashSet<int>[] _sets;

        public WordSets(List<string>[] wordsByQuote, HashSet<string> names)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var word in wordsByQuote.SelectMany(w => w))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
            _words = new WordIndex(counts, names);
            _sets = [.. wordsByQuote.Select(w => w.Select(_words.GetNumber).ToHashSet())];
        }

        public bool[] FindAll(List<string> words)
        {
            var found = new bool[_sets.Length];
            Array.Fill(found, true);
            var numbers = new List<int>();
            foreach (var word in words)
            {
                _words.FindMatches(word, numbers);
                for (var i = 0; i < found.Length; i++) found[i] &= _sets[i].Overlaps(numbers);
            }

            return found;
        }
    }
}
