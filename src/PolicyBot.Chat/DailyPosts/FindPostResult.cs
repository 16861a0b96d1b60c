
namespace PolicyBot.Chat.DailyPosts;

/// <summary>What a look for a post found. Closed: one of the four records within.</summary>
public abstract record FindPostResult
{
    private FindPostResult()
    {
    }

    /// <summary>It stands there.</summary>
    /// <param name="MessageId">The message’s id.</param>
    public sealed record Found(string MessageId) : FindPostResult;

    /// <summary>It does not.</summary>
    public sealed record NotFound : FindPostResult;

    /// <summary>The bot may not look, and another try would end the same until somebody changes something.</summary>
    /// <param name="Reason">Why, in words for the channel’s moderators.</param>
    public sealed record Refused(string Reason) : FindPostResult;

    /// <summary>Nobody could look.</summary>
    /// <param name="Reason">What happened, in words for the channel’s moderators, without a full stop.</param>
    public sealed record Unknown(string Reason) : FindPostResult;
}
