using System.Text.Json;
using NodaTime;
using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Storage.DailyPosts;

/// <summary>
/// A post as it stands in the ledger. Apart from <see cref="DailyPost"/>, and settable throughout: so a property that an old row lacks keeps its
/// initial value, which the generated reader does not grant one that is init-only.
/// </summary>
internal sealed class StoredPost
{
    public string? Summary { get; set; }

    public int? PointNumber { get; set; }

    public string? Point { get; set; }

    public IReadOnlyList<string> PointEvidence { get; set; } = [];

    public string? QuoteId { get; set; }

    public string? Quote { get; set; }

    public string? Speaker { get; set; }

    public string? QuestionId { get; set; }

    public string? Question { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long? FixedAt { get; set; }

    public int? AskedCount { get; set; }

    public int? AskedUnanswered { get; set; }

    public string? MostAsked { get; set; }

    public string Source { get; set; } = "";

    public static string Write(DailyPost post) => JsonSerializer.Serialize(
        new StoredPost
        {
            Summary = post.Summary,
            PointNumber = post.PointNumber,
            Point = post.Point,
            PointEvidence = post.PointEvidence,
            QuoteId = post.QuoteId,
            Quote = post.Quote,
            Speaker = post.Speaker,
            QuestionId = post.QuestionId,
            Question = post.Question,
            FixedAt = post.ComposedAt?.ToUnixTimeMilliseconds(),
            AskedCount = post.Asked?.Count,
            AskedUnanswered = post.Asked?.Unanswered,
            MostAsked = post.Asked?.MostAsked,
            Source = post.Source,
        },
        PostJson.Default.StoredPost);

    public static DailyPost Read(string json)
    {
        var post = JsonSerializer.Deserialize(json, PostJson.Default.StoredPost) ?? throw new JsonException("The post is null.");
        return new DailyPost
        {
            Summary = post.Summary,
            PointNumber = post.PointNumber,
            Point = post.Point,
            PointEvidence = post.PointEvidence,
            QuoteId = post.QuoteId,
            Quote = post.Quote,
            Speaker = post.Speaker,
            QuestionId = post.QuestionId,
            Question = post.Question,
            ComposedAt = post.FixedAt is { } at ? Instant.FromUnixTimeMilliseconds(at) : null,
            Asked = post.AskedCount is { } count ? new QuestionActivity(count, post.AskedUnanswered ?? 0, post.MostAsked) : null,
            Source = post.Source,
        };
    }
}
