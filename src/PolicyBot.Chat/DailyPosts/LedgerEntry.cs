using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>A channel's post of one day.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Day">The day, in the channel's time zone.</param>
/// <param name="State">What became of it.</param>
/// <param name="Post">What it says; null where it was dropped unsaid.</param>
/// <param name="MessageId">The message's id where it was posted; null where it is not known.</param>
/// <param name="Attempts">How often it was claimed; at least 1, but for what was dropped unsaid 0.</param>
/// <param name="Note">Why it was dropped, or why the last try did not do, where that is known; else null.</param>
/// <param name="At">When that was noted.</param>
public sealed record LedgerEntry(string Channel, LocalDate Day, LedgerState State, DailyPost? Post, string? MessageId, int Attempts, string? Note, Instant At);
