using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>What came of a delivery. Closed: one of the five records within.</summary>
internal abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>The post stands in the channel, and that is noted.</summary>
    internal sealed record Posted(string MessageId) : DeliveryResult;

    /// <summary>The day has no post.</summary>
    internal sealed record Skipped(string Note) : DeliveryResult;

    /// <summary>The channel does not take it: nothing more is sent until a moderator resumes it.</summary>
    internal sealed record Paused(string Reason) : DeliveryResult;

    /// <summary>It is tried again.</summary>
    internal sealed record Later(Instant At, string Reason) : DeliveryResult;

    /// <summary>Another instance has it, or had.</summary>
    internal sealed record ClaimedElsewhere : DeliveryResult;
}
