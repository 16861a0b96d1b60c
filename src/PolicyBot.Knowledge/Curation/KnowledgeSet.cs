using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>An article with its curated set. <see cref="Reading.KnowledgeReader"/> only creates valid sets.</summary>
public sealed record KnowledgeSet
{
    /// <summary>The name of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>The people whom the article names.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>The organisations that the article names.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    /// <summary>All names of the people and organisations.</summary>
    public IEnumerable<string> Names => People.SelectMany(p => p.Also.Prepend(p.Name))
        .Concat(Organisations.SelectMany(o => o.Also.Prepend(o.Name)));

    /// <summary>Words with the same meaning.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; init; } = [];

    /// <summary>Names that the article never uses.</summary>
    public IReadOnlyList<AbsentNames> Absent { get; init; } = [];

    /// <summary>The article's quotes, in the order of the article.</summary>
    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    /// <summary>The questions that the article answers; empty if none have been prepared.</summary>
    public required IReadOnlyList<QuestionEntry> Questions { get; init; }

    /// <summary>Its questions without a server's own, which the article doesn't answer.</summary>
    public IReadOnlyList<QuestionEntry> ArticleQuestions =>
        Questions.Any(q => q.Source is not null) ? [.. Questions.Where(q => q.Source is null)] : Questions;

    /// <summary>The questions that readers ask and the article does not answer.</summary>
    public IReadOnlyList<UnanswerableEntry> Unanswerable { get; init; } = [];

    /// <summary>The article in three lengths.</summary>
    public required Summary Summary { get; init; }

    /// <summary>
    /// The marks <c>review:</c> in its files, by file and line; all of them, also if the set is read without the marked
    /// parts.
    /// </summary>
    public IReadOnlyList<ReviewMark> ReviewMarks { get; init; } = [];

    /// <summary>
    /// The questions that have no answer any more because the article has changed. Replies say only that.
    /// </summary>
    public IReadOnlyList<WithheldEntry> Withheld { get; init; } = [];

    /// <summary>All words that the set's parts rest on, by line; also those that are withheld.</summary>
    public IReadOnlyList<EvidenceText> Evidence { get; init; } = [];

    /// <summary>
    /// The sentences that the version before this one lacks, by their places; the whole article if there is none.
    /// </summary>
    public IReadOnlyList<TextSpan> Changed { get; init; } = [];

    /// <summary>Whether one of some passages was changed since the version before this one.</summary>
    public bool IsChanged(IEnumerable<Passage> passages) => passages.Any(p => Changed.Any(c => c.Overlaps(p.Span)));

    /// <summary>Gets the question entry with an id.</summary>
    /// <exception cref="KeyNotFoundException">The set has no such entry.</exception>
    public QuestionEntry GetQuestion(string id) =>
        FindQuestion(id) ?? throw new KeyNotFoundException($"The set {Name} has no question entry “{id}”.");

    /// <summary>Finds the question entry with an id, or null.</summary>
    public QuestionEntry? FindQuestion(string? id) => Questions.FirstOrDefault(q => q.Id == id);

    /// <summary>Finds the quote with an id, or null.</summary>
    public Quote? FindQuote(string? id) => Quotes.FirstOrDefault(q => q.Id == id);

    /// <summary>The confidence thresholds; null for the defaults of the confidence models.</summary>
    public Thresholds? Thresholds { get; init; }

    /// <summary>The locations of its parts in the files.</summary>
    public SetLocations Locations { get; init; } = SetLocations.None;
}
