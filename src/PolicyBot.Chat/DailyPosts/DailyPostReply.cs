using NodaTime;
using NodaTime.Text;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>Creates the message of a daily post.</summary>
public static class DailyPostReply
{
    /// <summary>
    /// The option of the post's actions that holds its mark. No command reads it: the bot finds the post in its channel
    /// by it.
    /// </summary>
    public const string DayOption = "day";

    /// <summary>Returns the value of <see cref="DayOption"/> in the post of a day, which no other post has.</summary>
    public static string FormatMark(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>Creates the message.</summary>
    /// <param name="post">The post.</param>
    /// <param name="day">Its day.</param>
    /// <param name="conversationId">Where it is shown.</param>
    public static Reply Create(DailyPost post, LocalDate day, string conversationId) => new()
    {
        Title = DailyTexts.Title(post.Title, isQuoteOnly: post.Summary is null),
        Blocks = [.. CreateBlocks(post)],
        Source = new SourceLine(post.Source, post.SourceUrl),
        Actions =
        [
            .. CreateActions(post, conversationId)
                .Select(a => a with { Request = Mark(a.Request, post.ArticleKey).With(DayOption, FormatMark(day)) }),
        ],
    };

    private static CommandRequest Mark(CommandRequest request, string? articleKey) =>
        articleKey is null ? request : request.With(ArticleOption.KeyName, articleKey);

    private static IEnumerable<Block> CreateBlocks(DailyPost post)
    {
        if (post.Summary is { } summary) yield return new Block.Paragraph(summary);
        if (post.PointNumber is not null)
        {
            yield return post.Point is { } point
                ? new Block.Paragraph(point, DailyTexts.PointOfTheDay)
                : new Block.Subheading(DailyTexts.PointOfTheDay);
            foreach (var (index, evidence) in post.PointEvidence.Index())
                yield return new Block.Quote(evidence) { Url = post.PointUrls?.ElementAtOrDefault(index) };
        }

        if (post.Quote is { } quote)
        {
            if (post.Summary is not null) yield return new Block.Subheading(DailyTexts.QuoteOfTheDay);
            yield return new Block.Quote(quote, post.Speaker) { Url = post.QuoteUrl };
        }

        if (post.Question is { } question) yield return new Block.Paragraph(question, DailyTexts.QuestionOfTheDay);
        if (post.Correction is { } correction) yield return new Block.Note(correction);
        if (post.AskedCount is { } count)
            yield return new Block.Note(DailyTexts.Asked(count, post.AskedUnanswered ?? 0, post.MostAsked));
    }

    private static IEnumerable<ReplyAction> CreateActions(DailyPost post, string conversationId)
    {
        if (post.QuestionId is { } entry)
            yield return new ReplyAction(DailyTexts.ShowAnswer, AskCommand.CreateEntryRequest(entry, conversationId));
        if (post.Summary is not null)
            yield return new ReplyAction(DailyTexts.ShowSummary, SummaryCommand.CreateFullRequest(conversationId));
        if (post.QuoteId is { } quote) yield return ContextCommand.CreateQuoteAction(quote, conversationId);
    }
}
