using NodaTime;
using NodaTime.Text;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>Puts a daily post into the form in which it is shown.</summary>
public static class DailyPostReply
{
    /// <summary>The option of its actions that holds the mark. No command reads it: by it a post is known again in its channel.</summary>
    public const string DayOption = "day";

    /// <summary>What stands in the invocation of one of a post’s actions, and of no other post’s.</summary>
    public static string FormatMark(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>The post of a day.</summary>
    /// <param name="post">What it says.</param>
    /// <param name="day">The day.</param>
    /// <param name="place">Where it is shown.</param>
    public static Reply Create(DailyPost post, LocalDate day, string place)
    {
        List<Block> blocks = [];
        if (post.Summary is { } summary) blocks.Add(new Block.Paragraph(summary));
        if (post.Point is { } point)
        {
            blocks.Add(new Block.List([], "Point of the day"));
            blocks.Add(new Block.Paragraph(point));
            blocks.AddRange(post.PointEvidence.Select(e => new Block.Quote(e)));
        }

        if (post.Quote is { } quote)
        {
            if (post.Summary is not null) blocks.Add(new Block.List([], "Quote of the day"));
            blocks.Add(new Block.Quote(quote, post.Speaker));
        }

        if (post.Question is { } question)
        {
            blocks.Add(new Block.List([], "Question of the day"));
            blocks.Add(new Block.Paragraph(question));
        }

        if (post.AskedCount is { } count) blocks.Add(new Block.Note(Asked(count, post.AskedUnanswered ?? 0, post.MostAsked)));
        return new Reply
        {
            Title = post.Summary is null ? "Quote of the day" : "The article, day by day",
            Blocks = blocks,
            Source = post.Source,
            Actions = [.. Actions(post, place).Select(a => a with { Request = a.Request.With(DayOption, FormatMark(day)) })],
        };
    }

    private static string Asked(int count, int unansweredCount, string? mostAsked)
    {
        var questions = count == 1 ? "1 question was asked" : $"{count} questions were asked";
        var unanswered = unansweredCount switch { 0 => "none went unanswered", 1 => "1 went unanswered", var n => $"{n} went unanswered" };
        return $"Since the last post {questions} here; {unanswered}." + (mostAsked is { } most ? $" Asked most: “{most}”" : "");
    }

    private static IEnumerable<ReplyAction> Actions(DailyPost post, string place)
    {
        if (post.QuestionId is { } entry) yield return new ReplyAction("The answer", AskCommand.CreateEntryRequest(entry, place));
        if (post.Summary is not null) yield return new ReplyAction("Full summary", SummaryCommand.CreateFullRequest(place));
        if (post.QuoteId is { } quote) yield return ContextCommand.CreateQuoteAction(quote, place);
    }
}
