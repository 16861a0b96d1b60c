using System.Globalization;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>Puts subscriptions into words.</summary>
internal static class SubscriptionFormatter
{
    /// <summary>When the next post is due: <c>on Monday, 2 March 2026, at 09:00 (Europe/London)</c>.</summary>
    public static string FormatDue(Subscription subscription)
    {
        var due = subscription.NextDue.InZone(subscription.TimeZone);
        return $"on {due.ToString("dddd, d MMMM yyyy, 'at' HH:mm", CultureInfo.InvariantCulture)} ({subscription.TimeZone.Id})";
    }

    /// <summary>What is posted.</summary>
    public static ListItem FormatContent(Subscription subscription) => subscription.Content switch
    {
        DailyContent.Full => new ListItem("summary in a line, point, quote and question of the day, and what was asked", "Full"),
        DailyContent.Brief => new ListItem("summary in a line, point and quote of the day", "Brief"),
        DailyContent.Quote => new ListItem("the quote of the day alone", "Quote"),
        _ => throw new ArgumentOutOfRangeException(nameof(subscription), subscription.Content, "Unknown content."),
    };

    /// <summary>That something must wait for a post that was begun.</summary>
    public static string FormatInProgress(Subscription subscription) =>
        $"The one that was due {FormatDue(subscription)} may be on its way still; {(subscription.Paused is null ? "I go on with it" : "/daily resume goes on with it")} first. Call this again after that.";

    /// <summary>What comes of a subscription that was changed just now.</summary>
    public static string FormatChanged(Subscription subscription, Instant now) =>
        subscription.NextDue > now ? FormatState(subscription) : $"I go on from the one that was due {FormatDue(subscription)}: what is not too late is sent now.";

    /// <summary>Where it stands with it, in a sentence or two.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="isBegun">Whether the one that is due was begun.</param>
    public static string FormatState(Subscription subscription, bool isBegun = false) => subscription switch
    {
        { Paused: { } reason } => $"Paused: {reason} /daily resume goes on.",
        _ when isBegun => $"The one that was due {FormatDue(subscription)} is on its way.",
        { SkipsNext: true } => $"The one due {FormatDue(subscription)} is left out.",
        _ => $"The next is due {FormatDue(subscription)}.",
    };
}
