using System.Globalization;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>Describes subscriptions to moderators.</summary>
internal static class SubscriptionFormatter
{
    /// <summary>Says when the next post is due: <c>on Monday, 2 March 2026, at 09:00 (Europe/London)</c>.</summary>
    public static string FormatDue(Subscription subscription)
    {
        var due = subscription.NextDue.InZone(subscription.TimeZone);
        var text = due.ToString("dddd, d MMMM yyyy, 'at' HH:mm", CultureInfo.InvariantCulture);
        return $"on {text} ({subscription.TimeZone.Id})";
    }

    /// <summary>Says what posts contain, and which article they are about if a moderator has chosen one.</summary>
    public static IEnumerable<ListItem> ListContent(Subscription subscription) => subscription.Article is { } article
        ? [FormatContent(subscription), new ListItem(article, "Article")]
        : [FormatContent(subscription)];

    private static ListItem FormatContent(Subscription subscription) => subscription.Content switch
    {
        DailyContent.Full => new ListItem(
            "a summary in one line, the point, quote and question of the day, and what was asked", "Full"),
        DailyContent.Brief => new ListItem("a summary in one line, and the point and quote of the day", "Brief"),
        DailyContent.Quote => new ListItem("only the quote of the day", "Quote"),
        _ => throw new ArgumentOutOfRangeException(nameof(subscription), subscription.Content, "Unknown content."),
    };

    /// <summary>Says that a change must wait for a post that is in progress.</summary>
    public static string FormatInProgress(Subscription subscription)
    {
        var next = subscription.Paused is null ? "I'll finish it first" : "/daily resume finishes it first";
        return $"The post due {FormatDue(subscription)} may still be on its way; {next}. Use this command again after "
            + "that.";
    }

    /// <summary>Says what happens after a change.</summary>
    public static string FormatChanged(Subscription subscription, Instant now) => subscription.NextDue > now
        ? FormatState(subscription)
        : $"I'll continue with the post that was due {FormatDue(subscription)}, unless it's too late.";

    /// <summary>Describes the state of a subscription in one or two sentences.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="isInProgress">Whether the next post is in progress.</param>
    public static string FormatState(Subscription subscription, bool isInProgress = false) => subscription switch
    {
        { Paused: { } reason } => $"Paused: {reason} Use /daily resume to continue.",
        _ when isInProgress => $"The post due {FormatDue(subscription)} is on its way.",
        { SkipsNext: true } => $"The post due {FormatDue(subscription)} will be skipped.",
        _ => $"The next post is due {FormatDue(subscription)}.",
    };
}
