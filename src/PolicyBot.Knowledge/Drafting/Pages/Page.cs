namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>The article of a saved page: its metadata as far as the page gives it, and its paragraphs.</summary>
public sealed record Page
{
    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>The author or authors, or null.</summary>
    public string? Author { get; init; }

    /// <summary>The publication, or null.</summary>
    public string? Publication { get; init; }

    /// <summary>The date, as in “March 16, 2015” if it could be read, or null.</summary>
    public string? Date { get; init; }

    /// <summary>The address (http or https), or null.</summary>
    public string? Url { get; init; }

    /// <summary>The paragraphs below the headline, each in one line; at least one.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>What was left out, in the page's order, so that a person can check it.</summary>
    public IReadOnlyList<RemovedBlock> Removed { get; init; } = [];

    /// <summary>What may be wrong in the metadata or the body, in a sentence each.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}
