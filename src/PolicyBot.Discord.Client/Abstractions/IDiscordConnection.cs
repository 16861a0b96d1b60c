using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>
/// A connection to Discord: receives events from the gateway and calls the HTTP API. Every method except
/// <see cref="RunAsync"/> throws a <see cref="DiscordException"/> if Discord refuses the request or can't be reached.
/// Thread-safe.
/// </summary>
public interface IDiscordConnection
{
    /// <summary>
    /// Connects, passes on events, and reconnects as often as necessary until it is stopped. Then it passes on nothing
    /// more, waits for <see cref="IDiscordEventListener.DrainAsync"/>, and disconnects.
    /// </summary>
    /// <param name="events">Receives the events.</param>
    /// <param name="stopping">Stops the connection, which isn't an error.</param>
    /// <exception cref="ConnectionRefusedException">Discord refused the connection for good.</exception>
    Task RunAsync(IDiscordEventListener events, CancellationToken stopping);

    /// <summary>
    /// Reads an event and writes a message as for Discord, but sends nothing, so that .NET has compiled that code
    /// before somebody waits for it.
    /// </summary>
    /// <param name="message">The message.</param>
    void WarmUp(OutgoingMessage message);

    /// <summary>
    /// Replaces all registered commands of the application, in one request, if they differ from these.
    /// </summary>
    /// <param name="application">The application's id.</param>
    /// <param name="guild">The guild to register the commands in, or null for global commands.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Whether they differed.</returns>
    Task<bool> RegisterCommandsAsync(
        ulong application,
        ulong? guild,
        IReadOnlyList<ApplicationCommand> commands,
        CancellationToken cancellationToken);

    /// <summary>Gets who may use the application's slash commands in a guild, besides the default.</summary>
    /// <param name="application">The application's id.</param>
    /// <param name="guild">The guild's id.</param>
    /// <param name="isGlobal">Whether the commands are registered globally, not in the guild.</param>
    /// <param name="timeout">The time limit, retries included.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task<GuildCommandOverwrites> GetCommandOverwritesAsync(
        ulong application, ulong guild, bool isGlobal, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>
    /// Sends a message. Discord drops a second message with the same nonce within a few minutes.
    /// </summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="message">The message; <see cref="OutgoingMessage.IsPrivate"/> is ignored.</param>
    /// <param name="nonce">1 to 25 characters.</param>
    /// <param name="replyTo">The id of the message to reply to, or null. It is ignored if that is deleted.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>The message's id.</returns>
    Task<ulong> SendMessageAsync(
        ulong channel, OutgoingMessage message, string nonce, ulong? replyTo, CancellationToken cancellationToken);

    /// <summary>Gets the messages of a channel that follow an id, oldest first.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="after">Only messages with a higher id are returned.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>The next 100 messages at most; fewer if there are no more.</returns>
    Task<IReadOnlyList<ChannelMessage>> GetMessagesAsync(
        ulong channel, ulong after, CancellationToken cancellationToken);

    /// <summary>
    /// Gets the bot's permissions in a channel of a guild, from its roles and the channel's overwrites.
    /// </summary>
    /// <param name="guild">The guild's id.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="bot">The id of the bot's user.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Discord's permission bits; 0 if the channel belongs to another guild.</returns>
    Task<ulong> GetPermissionsAsync(ulong guild, ulong channel, ulong bot, CancellationToken cancellationToken);

    /// <summary>Gets the id of the channel that a channel is a thread of; null if it isn't a thread.</summary>
    Task<ulong?> GetThreadParentAsync(ulong channel, CancellationToken cancellationToken);

    /// <summary>Gets the id of the direct message channel with a user, and opens it if necessary.</summary>
    Task<ulong> OpenDirectMessageChannelAsync(ulong user, CancellationToken cancellationToken);

    /// <summary>
    /// Gets the id of a guild's system channel, where Discord posts its notices; null if it has none.
    /// </summary>
    Task<ulong?> GetSystemChannelAsync(ulong guild, CancellationToken cancellationToken);

    /// <summary>Gets the ids of all guilds that the bot is in.</summary>
    Task<IReadOnlyList<ulong>> GetGuildsAsync(CancellationToken cancellationToken);
}
