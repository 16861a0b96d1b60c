namespace PolicyBot.Chat.DailyPosts;

/// <summary>What happened to a channel's post of one day.</summary>
public enum LedgerState
{
    /// <summary>An instance is sending it, or was stopped while it did.</summary>
    Claimed,

    /// <summary>It is in the channel.</summary>
    Posted,

    /// <summary>It was skipped; the note says why.</summary>
    Skipped,
}
