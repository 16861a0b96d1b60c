using System.Text.Json;
using PolicyBot.Chat.Daily;

namespace PolicyBot.Storage.Daily;

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
            Source = post.Source,
        };
    }
}
