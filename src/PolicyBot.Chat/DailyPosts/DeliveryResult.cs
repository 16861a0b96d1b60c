using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>The result of a delivery. Closed: one of the five records inside.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>The post is in the channel, and that is recorded.</summary>
    /// <param name="MessageId">The message's id.</param>
    /// <param name="NextDue">When the channel's next post is due.</param>
    public sealed record Posted(string MessageId, Instant NextDue) : DeliveryResult;

    /// <summary>The day has no post.</summary>
    /// <param name="Note">Why, for the channel's moderators.</param>
    /// <param name="NextDue">When the channel's next post is due.</param>
    public sealed record Skipped(string Note, Instant NextDue) : DeliveryResult;

    /// <summary>The channel refused the post: nothing is sent until a moderator resumes it.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Paused(ChannelFailure Failure) : DeliveryResult;

    /// <summary>It isn't known whether the post is in the channel; the bot will try again.</summary>
    /// <param name="At">When.</param>
    /// <param name="Failure">Why.</param>
    public sealed record Retrying(Instant At, ChannelFailure Failure) : DeliveryResult;

    /// <summary>Another instance is sending the post, or has sent it.</summary>
    public sealed record ClaimedElsewhere : DeliveryResult;
}
