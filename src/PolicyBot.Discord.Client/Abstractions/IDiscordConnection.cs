using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>
/// The way to Discord, whatever library carries it. Every call but <see cref="RunAsync"/> throws a <see cref="DiscordException"/> where Discord
/// refuses it or cannot be reached. Safe for many threads.
/// </summary>
public interface IDiscordConnection
{
    /// <summary>
    /// Connects, hands events over, and mends the connection for as long as it may take, until told to stop. Then it hands nothing more over, lets
    /// <see cref="IDiscordEventListener.DrainAsync"/> finish, and closes. Throws <see cref="ConnectionRefusedException"/> where no retry could help.
    /// </summary>
    /// <param name="events">Who gets the events.</param>
    /// <param name="stopping">Tells it to stop; not an error.</param>
    Task RunAsync(IDiscordEventListener events, CancellationToken stopping);

    /// <summary>Puts these commands in place of all that Discord has of this application, in one request, where they differ.</summary>
    /// <param name="application">The application's id.</param>
    /// <param name="guild">The guild whose commands are meant, or null for those that are there everywhere.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether they differed.</returns>
    Task<bool> RegisterCommandsAsync(ulong application, ulong? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken);

    /// <summary>Posts a message; posted again with the same nonce within a few minutes, it stays single.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="message">The message; its privacy means nothing here.</param>
    /// <param name="nonce">1 to 25 characters.</param>
    /// <param name="replyTo">The message it replies to, or null; one that is gone does no harm.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The message's id.</returns>
    Task<ulong> SendMessageAsync(ulong channel, OutgoingMessage message, string nonce, ulong? replyTo, CancellationToken cancellationToken);

    /// <summary>Messages of a channel that follow a point in time, those that follow it first.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="after">Their ids are higher.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>At most 100, the oldest first; fewer than 100 where there are no more.</returns>
    Task<IReadOnlyList<ChannelMessage>> GetMessagesAsync(ulong channel, ulong after, CancellationToken cancellationToken);

    /// <summary>What the bot may do in a guild's channel, as Discord's permission bits, by its roles and the channel's overwrites.</summary>
    /// <param name="guild">The guild's id.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="bot">The bot user's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ulong> GetPermissionsAsync(ulong guild, ulong channel, ulong bot, CancellationToken cancellationToken);

    /// <summary>The channel of the direct messages with a user, which is opened where there is none.</summary>
    Task<ulong> OpenDirectMessageChannelAsync(ulong user, CancellationToken cancellationToken);

    /// <summary>The channel in which Discord itself tells a guild its news; null where it has none.</summary>
    Task<ulong?> GetSystemChannelAsync(ulong guild, CancellationToken cancellationToken);

    /// <summary>The ids of all guilds that the bot is in.</summary>
    Task<IReadOnlyList<ulong>> GetGuildsAsync(CancellationToken cancellationToken);
}
