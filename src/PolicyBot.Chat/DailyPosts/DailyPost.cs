using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>What one post says, word for word: it is kept when the day is claimed, so that every try sends the same.</summary>
public sealed record DailyPost
{
    /// <summary>The article in one line; null where the channel wants the quote alone.</summary>
    public string? Summary { get; init; }

    /// <summary>The number of the point among the summary's, from 0, by which it is known what was posted; null where there is none.</summary>
    public int? PointNumber { get; init; }

    /// <summary>The point of the day.</summary>
    public string? Point { get; init; }

    /// <summary>The article's words that it rests on.</summary>
    public IReadOnlyList<string> PointEvidence { get; init; } = [];

    /// <summary>The quote's id; null where the article has no quotes.</summary>
    public string? QuoteId { get; init; }

    /// <summary>The quote of the day.</summary>
    public string? Quote { get; init; }

    /// <summary>Who says it.</summary>
    public string? Speaker { get; init; }

    /// <summary>The id of the question's entry; null where there is none.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The question of the day.</summary>
    public string? Question { get; init; }

    /// <summary>When it was fixed; null of one that was fixed before that was noted.</summary>
    public Instant? ComposedAt { get; init; }

    /// <summary>What the server has asked since the last post; null where it has asked nothing, or is not told.</summary>
    public QuestionActivity? Asked { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }
}
