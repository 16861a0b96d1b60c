using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Quotes;

/// <summary>Finds quotes of a set by comparing words.</summary>
public static class QuoteFinder
{
    // Shorter ones ("safety") say little on their own.
    private const int FewestWords = 3;

    /// <summary>Finds the matching quotes, in the article's order.</summary>
    /// <param name="set">The set.</param>
    /// <param name="by">Words that must all be in the speaker's name, or null.</param>
    /// <param name="about">Words that must all be in the text, the speaker's name or a topic; or null.</param>
    public static IReadOnlyList<Quote> Find(KnowledgeSet set, string? by, string? about)
    {
        var speaker = SearchWords.Parse(by);
        var subject = SearchWords.Parse(about);
        // A search without searchable words ("???", "the") finds nothing.
        if ((by is not null && speaker.Count == 0) || (about is not null && subject.Count == 0)) return [];
        return [.. set.Quotes.Where(q =>
            SearchWords.AllOccurIn(speaker, SearchWords.Parse(q.Speaker))
            && SearchWords.AllOccurIn(subject, GetWords(q)))];
    }

    /// <summary>
    /// Returns the quotes of three words or more, or all of them if there are no such quotes: shorter ones are shown
    /// only to users who ask for them.
    /// </summary>
    public static IReadOnlyList<Quote> PreferLong(IReadOnlyList<Quote> quotes) =>
        quotes.Where(q => CountWords(q) >= FewestWords).ToList() is { Count: > 0 } some ? some : quotes;

    /// <summary>Lists everybody who is quoted, in the article's order.</summary>
    public static IReadOnlyList<string> ListSpeakers(KnowledgeSet set) =>
        [.. set.Quotes.Select(q => q.Speaker).Distinct()];

    /// <summary>Lists what quotes are about, in the article's order.</summary>
    public static IReadOnlyList<string> ListTopics(KnowledgeSet set) =>
        [.. set.Quotes.SelectMany(q => q.Topics).Distinct()];

    /// <summary>Returns the words by which a quote is found.</summary>
    internal static List<string> GetWords(Quote quote) =>
        SearchWords.Parse($"{quote.Passage.Text} {quote.Speaker} {string.Join(' ', quote.Topics)}");

    private static int CountWords(Quote quote) =>
        quote.Passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
