using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>What came of a try to post. Closed: one of the three records within.</summary>
public abstract record SendPostResult
{
    private SendPostResult()
    {
    }

    /// <summary>It stands in the channel.</summary>
    /// <param name="MessageId">The message’s id.</param>
    public sealed record Posted(string MessageId) : SendPostResult;

    /// <summary>It does not, and another try would end the same until somebody changes something.</summary>
    /// <param name="Reason">Why, in words for the channel’s moderators.</param>
    public sealed record Refused(string Reason) : SendPostResult;

    /// <summary>It may stand there or not; it can be tried again.</summary>
    /// <param name="RetryAfter">After how long.</param>
    /// <param name="Reason">What happened, in words for the channel’s moderators, without a full stop.</param>
    public sealed record Unknown(Duration RetryAfter, string Reason) : SendPostResult;
}
