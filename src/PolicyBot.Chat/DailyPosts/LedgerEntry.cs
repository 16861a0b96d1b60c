using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>A channel's post of one day.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Day">The day, in the channel's time zone.</param>
/// <param name="State">What happened to it.</param>
/// <param name="Post">Its content, or null if the day was skipped before a post was composed.</param>
/// <param name="MessageId">The message's id, or null if it isn't posted.</param>
/// <param name="Attempts">How often it was claimed; 0 if the day was skipped without a claim.</param>
/// <param name="Note">Why it was skipped, or why the last attempt failed; null if unknown.</param>
/// <param name="At">When this was recorded.</param>
public sealed record LedgerEntry(
    string Channel,
    LocalDate Day,
    LedgerState State,
    DailyPost? Post,
    string? MessageId,
    int Attempts,
    string? Note,
    Instant At)
{
    /// <summary>
    /// The note of a day that a moderator skipped. It tells such days apart in the ledger, so it must stay as it is.
    /// </summary>
    public const string SkippedByModerator = "A moderator skipped it.";
}
