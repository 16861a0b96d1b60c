using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>An article with its curated set. The reader creates only sets that follow every rule it checks.</summary>
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

    /// <summary>Words for the same thing.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; init; } = [];

    /// <summary>Names that the article never uses.</summary>
    public IReadOnlyList<AbsentNames> Absent { get; init; } = [];

    /// <summary>The article's quotes, in its order.</summary>
    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    /// <summary>What the article answers; empty if nobody has prepared questions for it.</summary>
    public required IReadOnlyList<QuestionEntry> Questions { get; init; }

    /// <summary>What readers ask and the article does not answer.</summary>
    public IReadOnlyList<UnanswerableEntry> Unanswerable { get; init; } = [];

    /// <summary>The article in three lengths.</summary>
    public required Summary Summary { get; init; }

    /// <summary>The question entry of an id.</summary>
    /// <exception cref="KeyNotFoundException">The set has none.</exception>
    public QuestionEntry GetQuestion(string id) =>
        FindQuestion(id) ?? throw new KeyNotFoundException($"The set {Name} has no question entry “{id}”.");

    /// <summary>The question entry of an id, or null.</summary>
    public QuestionEntry? FindQuestion(string? id) => Questions.FirstOrDefault(q => q.Id == id);

    /// <summary>How sure an answer must be; null where the set leaves it to be worked out from its phrasings.</summary>
    public Thresholds? Thresholds { get; init; }

    /// <summary>Where its parts are in its files.</summary>
    public SetLocations Locations { get; init; } = SetLocations.None;
}
