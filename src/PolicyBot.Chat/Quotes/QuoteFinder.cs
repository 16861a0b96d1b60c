using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Quotes;

/// <summary>Finds quotes of a set by plain comparison of words.</summary>
public static class QuoteFinder
{
    /// <summary>The quotes that fit, in the article's order.</summary>
    /// <param name="set">The set.</param>
    /// <param name="by">Words of which each must stand in the speaker's name, or null.</param>
    /// <param name="about">Words of which each must stand in the text, the speaker's name or a topic, or null.</param>
    public static IReadOnlyList<Quote> Find(KnowledgeSet set, string? by, string? about)
    {
        var speaker = SearchWords.Of(by);
        var subject = SearchWords.Of(about);
        // Words that are none ("???", "the") ask for nothing that could be found.
        if ((by is not null && speaker.Count == 0) || (about is not null && subject.Count == 0)) return [];
        return [.. set.Quotes.Where(q =>
            SearchWords.AllStandIn(speaker, SearchWords.Of(q.Speaker))
            && SearchWords.AllStandIn(subject, WordsOf(q)))];
    }

    /// <summary>Everybody who is quoted, in the article's order.</summary>
    public static IReadOnlyList<string> Speakers(KnowledgeSet set) => [.. set.Quotes.Select(q => q.Speaker).Distinct()];

    /// <summary>What quotes are about, in the article's order.</summary>
    public static IReadOnlyList<string> Topics(KnowledgeSet set) => [.. set.Quotes.SelectMany(q => q.Topics).Distinct()];

    /// <summary>The words by which a quote is found.</summary>
    internal static List<string> WordsOf(Quote quote) =>
        SearchWords.Of($"{quote.Passage.Text} {quote.Speaker} {string.Join(' ', quote.Topics)}");
}
