
namespace PolicyBot.Chat.DailyPosts;

/// <summary>What became of a channel's post of one day.</summary>
public enum LedgerState
{
    /// <summary>Somebody is sending it, or was when they went down.</summary>
    Claimed,

    /// <summary>It stands in the channel.</summary>
    Posted,

    /// <summary>It was left out, for a reason that is noted.</summary>
    Skipped,
}
