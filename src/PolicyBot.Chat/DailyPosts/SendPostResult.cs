namespace PolicyBot.Chat.DailyPosts;

/// <summary>The result of sending a post. Closed: one of the two records inside.</summary>
public abstract record SendPostResult
{
    private SendPostResult()
    {
    }

    /// <summary>The post is in the channel.</summary>
    /// <param name="MessageId">The message's id.</param>
    public sealed record Posted(string MessageId) : SendPostResult;

    /// <summary>Sending failed. If it can be retried, the post may be in the channel all the same.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(ChannelFailure Failure) : SendPostResult;
}
