using System.Text.Json.Serialization;
using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// What a post says, word for word. It is stored as JSON when its day is claimed, so that every attempt sends the same.
/// </summary>
public sealed record DailyPost
{
    /// <summary>The article's title, or null in old posts.</summary>
    public string? Title { get; init; }

    /// <summary>The key of the article in the post's buttons; null if it is the only one, and in old posts.</summary>
    public string? ArticleKey { get; init; }

    /// <summary>The article in one line, or null if the channel gets only the quote.</summary>
    public string? Summary { get; init; }

    /// <summary>The 0-based number of the point in the summary, or null if there is none.</summary>
    public int? PointNumber { get; init; }

    /// <summary>The point of the day, or null if its evidence says the same, word for word.</summary>
    public string? Point { get; init; }

    /// <summary>The article's words that support the point.</summary>
    public IReadOnlyList<string> PointEvidence { get; init; } = [];

    /// <summary>Links to these words where they were published, in the same order, or null.</summary>
    public IReadOnlyList<string>? PointUrls { get; init; }

    /// <summary>The quote's id, or null if the article has no quotes.</summary>
    public string? QuoteId { get; init; }

    /// <summary>The quote of the day.</summary>
    public string? Quote { get; init; }

    /// <summary>The quote's speaker.</summary>
    public string? Speaker { get; init; }

    /// <summary>A link to the quote where it was published, or null.</summary>
    public string? QuoteUrl { get; init; }

    /// <summary>The id of the question's entry, or null if there is none.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The question of the day.</summary>
    public string? Question { get; init; }

    /// <summary>When it was composed, or null in very old posts.</summary>
    [JsonPropertyName("fixed_at")]
    public Instant? ComposedAt { get; init; }

    /// <summary>How many questions the server has asked since the last post, or null if none or not shown.</summary>
    public int? AskedCount { get; init; }

    /// <summary>How many of them were not answered.</summary>
    public int? AskedUnanswered { get; init; }

    /// <summary>The question that was answered most often, or null.</summary>
    public string? MostAsked { get; init; }

    /// <summary>What the publication corrected in the days before, or null.</summary>
    public string? Correction { get; init; }

    /// <summary>The article's title and author.</summary>
    public required string Source { get; init; }

    /// <summary>The article's address, or null.</summary>
    public string? SourceUrl { get; init; }
}
