using NodaTime;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>The channels of a platform, as far as daily posts need them. Safe for many threads. Outcomes are values; an exception is a fault of the program.</summary>
public interface IDailyChannels
{
    /// <summary>What the bot may not do in a channel though the posts need it, in the platform’s own words; empty where nothing is missing, null where that cannot be known now.</summary>
    /// <param name="community">The server.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<string>?> GetMissingPermissionsAsync(string community, string channel, CancellationToken cancellationToken);

    /// <summary>Posts a reply.</summary>
    /// <param name="community">The server.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="nonce">Of the same post always the same, at most 25 characters: within some minutes the platform takes a repeat for the first.</param>
    /// <param name="cancellationToken">Gives up, not knowing what came of it.</param>
    Task<SendPostResult> PostAsync(string community, string channel, Reply reply, string nonce, CancellationToken cancellationToken);

    /// <summary>Looks whether a post stands among the messages of a channel.</summary>
    /// <param name="community">The server.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="mark">What stands in the invocation of one of its actions, and of no other post’s.</param>
    /// <param name="earliest">It was posted no earlier.</param>
    /// <param name="latest">It was posted no later.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<FindPostResult> FindAsync(string community, string channel, string mark, Instant earliest, Instant latest, CancellationToken cancellationToken);

    /// <summary>Tells something to whoever ordered the posts, in a direct message; where they take none, to the server, where it shows its own news.</summary>
    /// <param name="community">The server.</param>
    /// <param name="user">Who ordered them.</param>
    /// <param name="reply">What is told.</param>
    /// <param name="nonce">As of <see cref="PostAsync"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether anybody was told.</returns>
    Task<bool> NotifyAsync(string community, string user, Reply reply, string nonce, CancellationToken cancellationToken);
}
