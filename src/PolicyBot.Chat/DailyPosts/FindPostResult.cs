namespace PolicyBot.Chat.DailyPosts;

/// <summary>The result of looking for a post. Closed: one of the three records inside.</summary>
public abstract record FindPostResult
{
    private FindPostResult()
    {
    }

    /// <summary>The post is in the channel.</summary>
    /// <param name="MessageId">The message's id.</param>
    public sealed record Found(string MessageId) : FindPostResult;

    /// <summary>The post isn't in the channel.</summary>
    public sealed record NotFound : FindPostResult;

    /// <summary>The channel can't be read.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(ChannelFailure Failure) : FindPostResult;
}
