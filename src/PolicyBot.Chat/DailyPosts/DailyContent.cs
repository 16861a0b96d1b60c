
namespace PolicyBot.Chat.DailyPosts;

/// <summary>How much of a daily post a channel wants.</summary>
public enum DailyContent
{
    /// <summary>Summary line, point, quote and question.</summary>
    Full,

    /// <summary>Summary line, point and quote.</summary>
    Brief,

    /// <summary>The quote alone.</summary>
    Quote,
}
