using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Contract;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Hosting;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord;

/// <summary>
/// A fake Discord on a port of this machine: its HTTP API v10 and gateway v10, complete enough for a bot, with the
/// users, guilds and faults that a test needs. All members are thread-safe.
/// </summary>
public sealed class FakeDiscordServer : IAsyncDisposable
{
    private static readonly byte[] PermissionsUpdate = "APPLICATION_COMMAND_PERMISSIONS_UPDATE"u8.ToArray();

    private readonly ServerComponents _components;
    private readonly WebHost _host;

    private FakeDiscordServer(ServerComponents parts, WebHost host)
    {
        _components = parts;
        _host = host;
        User = parts.World.AddUser("ada", isBot: false, DiscordUser.MemberPermissions);
        Channel = parts.World.AddChannel("questions", Guild);
    }

    /// <summary>The base address of the HTTP API, such as http://127.0.0.1:1234/api/v10.</summary>
    public Uri ApiUrl => _host.ApiUrl;

    /// <summary>The address of the gateway. Sessions are resumed at another path of the same server, /resume.</summary>
    public Uri GatewayUrl => _host.GatewayUrl;

    /// <summary>The bot's account.</summary>
    public BotAccount Bot => _components.World.Bot;

    /// <summary>The first guild.</summary>
    public DiscordGuild Guild => _components.World.Guilds[0];

    /// <summary>All guilds; with n shards, guild i is on shard i modulo n for every n up to 10.</summary>
    public IReadOnlyList<DiscordGuild> Guilds => _components.World.Guilds;

    /// <summary>A text channel of the first guild.</summary>
    public DiscordChannel Channel { get; }

    /// <summary>A user.</summary>
    public DiscordUser User { get; }

    /// <summary>All users and bots.</summary>
    public IReadOnlyList<DiscordUser> Users => _components.World.Users;

    /// <summary>All channels, including direct messages.</summary>
    public IReadOnlyList<DiscordChannel> Channels => _components.World.Channels;

    /// <summary>Everything that happened so far.</summary>
    public ServerLog Log => _components.Log;

    /// <summary>Makes gateway connections fail.</summary>
    public GatewayFaults GatewayFaults => _components.GatewayFaults;

    /// <summary>Makes requests fail.</summary>
    public HttpFaults HttpFaults => _components.HttpFaults;

    /// <summary>What the bot did that Discord doesn't allow, and the server's own errors.</summary>
    public IReadOnlyList<ContractViolation> Violations => _components.Violations.Snapshot();

    /// <summary>Why requests aren't checked against Discord's description of its API, or null if they are.</summary>
    public string? ContractSkipReason => _components.ContractSkipReason;

    internal ServerComponents Components => _components;

    /// <summary>Starts a server; disposing it frees the port.</summary>
    public static async Task<FakeDiscordServer> StartAsync(
        FakeDiscordOptions? options = null, CancellationToken cancellationToken = default)
    {
        var parts = new ServerComponents(options ?? new FakeDiscordOptions());
        var host = await WebHost.StartAsync(parts, cancellationToken);
        var server = new FakeDiscordServer(parts, host);
        host.Open(server);
        return server;
    }

    /// <summary>Adds a user or a bot.</summary>
    public DiscordUser AddUser(
        string name,
        bool isBot = false,
        ulong permissions = DiscordUser.MemberPermissions,
        IReadOnlyList<ulong>? roleIds = null) =>
        _components.World.AddUser(name, isBot, permissions, roleIds);

    /// <summary>Adds a text channel, to the first guild if no other is given.</summary>
    public DiscordChannel AddChannel(string name, DiscordGuild? guild = null) =>
        _components.World.AddChannel(name, guild ?? Guild);

    /// <summary>Starts a public thread in a text channel.</summary>
    public DiscordChannel AddThread(string name, DiscordChannel parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return _components.World.AddThread(name, parent);
    }

    /// <summary>The direct messages of a user with the bot.</summary>
    public DiscordChannel GetDirectMessages(DiscordUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _components.World.GetDirectMessages(user);
    }

    /// <summary>
    /// Denies the bot these permissions in a channel of a guild. Replaces earlier denials; 0 denies nothing.
    /// </summary>
    public void DenyBot(DiscordChannel channel, ulong permissions) =>
        SetOverwrite(channel, Bot.UserId, allow: 0, permissions);

    /// <summary>
    /// Sets what a channel of a guild allows and denies to everyone (the guild's id), to a role or to a member.
    /// Replaces the earlier overwrite.
    /// </summary>
    public void SetOverwrite(DiscordChannel channel, ulong roleOrUserId, ulong allow, ulong deny)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var isOfMember = _components.World.FindUser(roleOrUserId) is not null;
        _components.World.SetOverwrite(channel, new PermissionOverwrite(roleOrUserId, isOfMember, allow, deny));
    }

    /// <summary>Sets everyone's permissions in a guild, including the bot's.</summary>
    public void SetEveryonePermissions(DiscordGuild guild, ulong permissions)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _components.World.ChangeGuild(guild, access => access.SetEveryonePermissions(guild.Id, permissions));
    }

    /// <summary>Adds a role to a guild and gives it to the bot.</summary>
    public DiscordRole AddBotRole(DiscordGuild guild, string name, ulong permissions)
    {
        ArgumentNullException.ThrowIfNull(guild);
        var role = new DiscordRole(_components.World.Ids.Next(), guild.Id, name, permissions);
        _components.World.ChangeGuild(guild, access => access.AddRole(role));
        return role;
    }

    /// <summary>The bot's permissions in a channel, as Discord's permission bits.</summary>
    public ulong GetBotPermissions(DiscordChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return _components.World.Access.GetPermissions(channel);
    }

    /// <summary>Sets or clears the guild's system channel.</summary>
    public void SetSystemChannel(DiscordGuild guild, DiscordChannel? channel)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _components.World.ChangeGuild(guild, access => access.SetSystemChannel(guild.Id, channel?.Id));
    }

    /// <summary>Deletes a channel of a guild with all its messages.</summary>
    public void DeleteChannel(DiscordChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (!_components.World.Delete(channel))
            throw new ArgumentException($"There is no channel {channel.Name} of a guild.", nameof(channel));
    }

    /// <summary>
    /// Removes the bot from a guild. The guild and its channels still exist, but the bot can't access them.
    /// </summary>
    public void RemoveBot(DiscordGuild guild)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _components.World.RemoveBot(guild);
    }

    /// <summary>Adds the bot to a guild that it was removed from.</summary>
    public void AddBot(DiscordGuild guild)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _components.World.AddBot(guild);
    }

    /// <summary>
    /// Makes a user refuse direct messages from the bot, or accept them again. Interactions there still get answers.
    /// </summary>
    public void RefuseDirectMessages(DiscordUser user, bool refuses = true)
    {
        ArgumentNullException.ThrowIfNull(user);
        _components.World.Access.SetRefusesDirectMessages(user.Id, refuses);
    }

    /// <summary>The registered commands: global, or of a guild.</summary>
    public IReadOnlyList<JsonObject> GetCommands(ulong? guildId = null) =>
        [.. _components.Commands.List(guildId).Select(command => JsonTree.ParseObject(command.Json))];

    /// <summary>
    /// An administrator sets who may use a slash command in a guild, or all of the bot's commands if the name is null.
    /// Replaces the earlier overwrites, and tells the bot.
    /// </summary>
    public void SetCommandPermissions(DiscordGuild guild, string? command, params CommandOverwrite[] overwrites)
    {
        ArgumentNullException.ThrowIfNull(guild);
        var id = command is null ? Bot.ApplicationId : FindCommand(guild, command).Id;
        _components.CommandPermissions.Set(guild.Id, id, overwrites);
        var data = JsonBytes.Write((Bot.ApplicationId, guild.Id, id, overwrites), static (writer, set) =>
            CommandPermissionsWriter.Write(writer, set.ApplicationId, set.Item2, set.id, set.overwrites));
        _components.Sessions.Dispatch(new GatewayEvent(PermissionsUpdate, guild.Id, 0, data, null));
    }

    /// <summary>
    /// A user sends a message. It mentions the users that its text names as &lt;@id&gt;, and the author of the message
    /// it replies to if that pings.
    /// </summary>
    public SentMessage SendMessage(
        string content,
        DiscordChannel? channel = null,
        DiscordUser? author = null,
        SentMessage? replyTo = null,
        bool pings = true,
        bool isWebhook = false)
    {
        var place = channel ?? replyTo?.Stored.Channel ?? Channel;
        var writer =
            author ?? (place.RecipientId is { } recipient ? _components.World.FindUser(recipient) : null) ?? User;
        var replied = replyTo?.Stored;
        var posted = _components.World.Post(new StoredMessage
        {
            Channel = place,
            Author = isWebhook ? writer with { IsBot = true } : writer,
            Body = new MessageBody { Content = content },
            Type = replied is null ? MessageType.Plain : MessageType.Reply,
            Reply = replied is null ? null : new MessageReply(replied.Id, _components.World.FindMessage(replied.Id)),
            Mentions = MentionReader.Read(content, null, pings ? replied?.Author : null, _components.World.FindUser),
            WebhookId = isWebhook ? writer.Id : null,
        });
        return new SentMessage(posted ?? throw new ActionUnavailableException($"The channel {place.Name} is gone."));
    }

    /// <summary>
    /// A user uses a slash command; a subcommand follows after a space. Throws if Discord's client wouldn't offer it.
    /// </summary>
    public SentInteraction UseCommand(
        string name, IReadOnlyDictionary<string, object>? options = null, DiscordChannel? channel = null,
        DiscordUser? user = null) =>
        _components.UserActions.UseCommand(name, options, channel ?? Channel, GetActingUser(user, channel));

    /// <summary>A user uses a message command.</summary>
    public SentInteraction UseMessageCommand(string name, SentMessage target, DiscordUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var current = _components.World.FindMessage(target.Id) ?? target.Stored;
        return _components.UserActions.UseMessageCommand(name, current, GetActingUser(user, current.Channel));
    }

    /// <summary>A user types a value of an option and gets suggestions.</summary>
    public SentInteraction Autocomplete(
        string command,
        string focusedOption,
        string typed,
        IReadOnlyDictionary<string, object>? others = null,
        DiscordChannel? channel = null,
        DiscordUser? user = null) =>
        _components.UserActions.Autocomplete(
            command, focusedOption, typed, others, channel ?? Channel, GetActingUser(user, channel));

    /// <summary>A user presses a button.</summary>
    public SentInteraction Press(SentMessage message, string customId, DiscordUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _components.UserActions.Press(GetCurrent(message), customId, GetViewer(user, message));
    }

    /// <summary>A user selects values.</summary>
    public SentInteraction Select(
        SentMessage message, string customId, IReadOnlyList<string> values, DiscordUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _components.UserActions.Select(GetCurrent(message), customId, values, GetViewer(user, message));
    }

    /// <summary>
    /// A user submits the modal that an interaction was answered with. A value is a text, or a list of texts for a
    /// menu. Fields without a value keep what they contained. Throws if Discord's client wouldn't accept it.
    /// </summary>
    public SentInteraction SubmitModal(SentInteraction opener, IReadOnlyDictionary<string, object> values)
    {
        ArgumentNullException.ThrowIfNull(opener);
        return _components.UserActions.SubmitModal(opener.State, values);
    }

    /// <summary>Sends any other event to the guild's shard, or to shard 0, regardless of intents.</summary>
    public void Dispatch(string eventName, JsonNode data, ulong? guildId = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        _components.Sessions.Dispatch(new GatewayEvent(
            Encoding.UTF8.GetBytes(eventName), guildId, 0, Encoding.UTF8.GetBytes(data.ToJsonString()), null));
    }

    /// <summary>
    /// Prepares messages between users of the first guild, to be sent at once on the only connection of shard 0, which
    /// must use compression. They aren't stored and can't be replayed.
    /// </summary>
    /// <returns>What sends them; until then nothing else is sent on that connection.</returns>
    public async Task<Func<Task>> PrepareMessagesAsync(int count)
    {
        var connection = _components.Connections.List(0).Single();
        var session = connection.Session ?? throw new InvalidOperationException("Shard 0 has no session.");
        var first = session.Reserve(count);
        var burst = new Burst(MessageTraffic.Create(_components.World, Channel, count)
            .Select((data, i) => Payloads.Dispatch("MESSAGE_CREATE"u8, first + i, data)));
        connection.Send(burst);
        await burst.Prepared;
        return burst.SendAsync;
    }

    /// <summary>All messages of a channel that everyone can see, oldest first.</summary>
    public IReadOnlyList<SentMessage> GetMessages(DiscordChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return [.. _components.World.GetMessages(channel).Select(message => new SentMessage(message))];
    }

    /// <summary>A message in its current state, including ephemeral ones; null if it was deleted.</summary>
    public SentMessage? FindMessage(ulong messageId) =>
        _components.World.FindMessage(messageId) is { } message ? new SentMessage(message) : null;

    /// <summary>Closes all connections at once and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _components.Dispose();
    }

    private RegisteredCommand FindCommand(DiscordGuild guild, string name) =>
        _components.Commands.FindByName(guild.Id, name, CommandType.ChatInput)
            ?? throw new ActionUnavailableException($"No command {name} is registered.");

    private StoredMessage GetCurrent(SentMessage message) =>
        _components.World.FindMessage(message.Id) ?? throw new ActionUnavailableException("The message is gone.");

    private DiscordUser GetActingUser(DiscordUser? user, DiscordChannel? channel) =>
        user ?? (channel?.RecipientId is { } recipient ? _components.World.FindUser(recipient) : null) ?? User;

    /// <summary>The user who acts on a message by default: for an ephemeral one, the user who can see it.</summary>
    private DiscordUser GetViewer(DiscordUser? user, SentMessage message) =>
        user
            ?? (message.IsEphemeral ? message.Stored.Interaction?.User : null)
            ?? GetActingUser(null, message.Stored.Channel);
}
