using System.Globalization;
using NodaTime;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>What members and moderators read in and about daily posts, apart from the article's words.</summary>
internal static class DailyTexts
{
    public const string PointOfTheDay = "Point of the day";
    public const string QuoteOfTheDay = "Quote of the day";
    public const string QuestionOfTheDay = "Question of the day";
    public const string ShowAnswer = "The answer";
    public const string ShowSummary = "Full summary";

    // A note in the ledger, which moderators read.
    public const string SubscriptionChanged = "A moderator changed the daily post.";

    /// <summary>The title of a post.</summary>
    /// <param name="articleTitle">The article's title, or null in old posts.</param>
    /// <param name="isQuoteOnly">Whether the post contains only a quote.</param>
    public static string Title(string? articleTitle, bool isQuoteOnly) => (articleTitle, isQuoteOnly) switch
    {
        (null, true) => QuoteOfTheDay,
        (null, false) => "Today from the article",
        (_, true) => $"{QuoteOfTheDay} from “{articleTitle}”",
        (_, false) => $"Today from “{articleTitle}”",
    };

    /// <summary>Says what a server has asked since the last post.</summary>
    /// <param name="count">How many questions; at least 1.</param>
    /// <param name="unanswered">How many of them were not answered.</param>
    /// <param name="mostAsked">The question that was answered most often, or null.</param>
    public static string Asked(int count, int unanswered, string? mostAsked)
    {
        var asked = count == 1 ? "1 question" : $"{count} questions";
        var open = unanswered == 0 ? "I answered all of them" : $"I couldn't answer {unanswered}";
        if (count == 1) open = unanswered == 0 ? "I answered it" : "I couldn't answer it";
        var text = $"Since the last post, you've asked me {asked} here; {open}.";
        return mostAsked is null ? text : $"{text} Asked most often: “{mostAsked}”";
    }

    /// <summary>Says that a post was too late to be sent.</summary>
    /// <param name="window">How late it may be.</param>
    /// <param name="lastAttempt">Why the last attempt failed, or null.</param>
    public static string TooLate(Duration window, string? lastAttempt)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"I couldn't send it within {window.TotalHours:0.#} hours of when it was due.");
        return lastAttempt is null ? text : $"{text} Last attempt: {lastAttempt}";
    }

    /// <summary>Tells the moderator who set up a daily post that it is paused.</summary>
    public static Reply CreatePauseNotice(Subscription subscription, ChannelFailure failure) => new()
    {
        Title = "A daily post is paused",
        Blocks =
        [
            new Block.Channel(subscription.Channel),
            new Block.Paragraph($"I couldn't send the daily post that you set up there: {failure.Reason}"),
            new Block.Note(
                "I won't post there until you fix the problem and use /daily resume. To remove the post, use the "
                    + "button in /daily status."),
        ],
    };
}
