using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Daily;

/// <summary>The channels of a platform, as far as daily posts need them. Safe for many threads. Outcomes are values; an exception is a fault of the program.</summary>
public interface IDailyChannels
{
    /// <summary>What the bot may not do in a channel though the posts need it, in the platform’s own words; empty where nothing is missing, null where that cannot be known now.</summary>
    Task<IReadOnlyList<string>?> MissingRightsAsync(string channel, CancellationToken cancellationToken);

    /// <summary>Posts a reply.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="nonce">Of the same post always the same, at most 25 characters: within some minutes the platform takes a repeat for the first.</param>
    /// <param name="cancellationToken">Gives up, not knowing what came of it.</param>
    Task<PostOutcome> PostAsync(string channel, Reply reply, string nonce, CancellationToken cancellationToken);

    /// <summary>Looks whether a post stands among the channel’s last messages.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="mark">What stands in the invocation of one of its actions, and of no other post’s.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<LookOutcome> FindAsync(string channel, string mark, CancellationToken cancellationToken);
}
