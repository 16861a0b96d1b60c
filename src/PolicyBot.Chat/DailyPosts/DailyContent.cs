namespace PolicyBot.Chat.DailyPosts;

/// <summary>How much a channel's daily posts contain.</summary>
public enum DailyContent
{
    /// <summary>The summary in one line, a point, a quote, a question, and what was asked.</summary>
    Full,

    /// <summary>The summary in one line, a point and a quote.</summary>
    Brief,

    /// <summary>Only a quote.</summary>
    Quote,
}
