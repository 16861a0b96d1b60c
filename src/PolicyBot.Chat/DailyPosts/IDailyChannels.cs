using NodaTime;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// The channels of a platform, as far as daily posts need them. Thread-safe. Expected failures are results;
/// an exception is a fault of the program.
/// </summary>
public interface IDailyChannels
{
    /// <summary>Returns the permissions that the bot lacks for daily posts in a channel.</summary>
    /// <param name="server">The server.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Their names on the platform; empty if none is missing, null if that can't be found out now.</returns>
    Task<IReadOnlyList<string>?> GetMissingPermissionsAsync(
        string server, string channel, CancellationToken cancellationToken);

    /// <summary>Posts a reply.</summary>
    /// <param name="server">The server.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="nonce">
    /// Identifies the post; at most 25 characters. For some minutes, the platform ignores a second message with the
    /// same nonce, and returns the first one.
    /// </param>
    /// <param name="cancellationToken">The cancellation token. The post may have been sent if it is canceled.</param>
    Task<SendPostResult> PostAsync(
        string server, string channel, Reply reply, string nonce, CancellationToken cancellationToken);

    /// <summary>Looks for a post among the messages of a channel.</summary>
    /// <param name="server">The server.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="mark">
    /// The value of <see cref="DailyPostReply.DayOption"/> in the post's actions, which no other post has.
    /// </param>
    /// <param name="earliest">The earliest time at which it may have been posted.</param>
    /// <param name="latest">The latest time at which it may have been posted.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task<FindPostResult> FindAsync(
        string server,
        string channel,
        string mark,
        Instant earliest,
        Instant latest,
        CancellationToken cancellationToken);

    /// <summary>
    /// Sends a notice to a user in a direct message or, if that fails, to the channel where the server gets its system
    /// messages.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="user">The user.</param>
    /// <param name="reply">The notice.</param>
    /// <param name="nonce">As in <see cref="PostAsync"/>.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Whether it was delivered.</returns>
    Task<bool> NotifyAsync(
        string server, string user, Reply reply, string nonce, CancellationToken cancellationToken);
}
