using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Contract;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Hosting;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord;

/// <summary>
/// A stand-in for Discord on a port of this machine: its HTTP API v10 and its gateway v10, good enough for a bot that
/// talks to Discord, with the people, guilds and faults that a test wants. All members may be called from any thread.
/// </summary>
public sealed class FakeDiscordServer : IAsyncDisposable
{
    private readonly ServerComponents _components;
    private readonly WebHost _host;

    private FakeDiscordServer(ServerComponents parts, WebHost host)
    {
        _components = parts;
        _host = host;
        User = parts.World.AddUser("ada", isBot: false, DiscordUser.MemberPermissions);
        Channel = parts.World.AddChannel("questions", Guild);
    }

    /// <summary>Where the HTTP API is, as in http://127.0.0.1:1234/api/v10.</summary>
    public Uri ApiUrl => _host.ApiUrl;

    /// <summary>
    /// Where the gateway is. A session is told to resume at another path of the same server, /resume.
    /// </summary>
    public Uri GatewayUrl => _host.GatewayUrl;

    /// <summary>The bot's account.</summary>
    public BotAccount Bot => _components.World.Bot;

    /// <summary>The first guild.</summary>
    public DiscordGuild Guild => _components.World.Guilds[0];

    /// <summary>All guilds; with n shards, guild i is on shard i modulo n for every n up to 10.</summary>
    public IReadOnlyList<DiscordGuild> Guilds => _components.World.Guilds;

    /// <summary>A text channel of the first guild.</summary>
    public DiscordChannel Channel { get; }

    /// <summary>A person.</summary>
    public DiscordUser User { get; }

    /// <summary>All people and bots.</summary>
    public IReadOnlyList<DiscordUser> Users => _components.World.Users;

    /// <summary>All channels, direct messages too.</summary>
    public IReadOnlyList<DiscordChannel> Channels => _components.World.Channels;

    /// <summary>What happened.</summary>
    public ServerLog Log => _components.Log;

    /// <summary>What is to go wrong with the gateway.</summary>
    public GatewayFaults GatewayFaults => _components.GatewayFaults;

    /// <summary>What is to go wrong with requests.</summary>
    public HttpFaults HttpFaults => _components.HttpFaults;

    /// <summary>What the bot did that Discord does not allow; also what the server itself failed at.</summary>
    public IReadOnlyList<ContractViolation> Violations => _components.Violations.Snapshot();

    /// <summary>Why requests are not checked against Discord's description of its API, or null.</summary>
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

    /// <summary>Adds a person, or a bot.</summary>
    public DiscordUser AddUser(string name, bool isBot = false, ulong permissions = DiscordUser.MemberPermissions) =>
        _components.World.AddUser(name, isBot, permissions);

    /// <summary>Adds a text channel, to the first guild if no other is given.</summary>
    public DiscordChannel AddChannel(string name, DiscordGuild? guild = null) =>
        _components.World.AddChannel(name, guild ?? Guild);

    /// <summary>The direct messages of a person with the bot.</summary>
    public DiscordChannel GetDirectMessages(DiscordUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _components.World.GetDirectMessages(user);
    }

    /// <summary>
    /// Denies the bot those permissions in a guild's channel, in place of what it was denied there before; 0 denies
    /// nothing.
    /// </summary>
    public void DenyBot(DiscordChannel channel, ulong permissions) =>
        SetOverwrite(channel, Bot.UserId, allow: 0, permissions);

    /// <summary>
    /// Sets what a guild's channel allows and denies to everyone (the guild's id), to a role or to a member, in place
    /// of what it did before.
    /// </summary>
    public void SetOverwrite(DiscordChannel channel, ulong roleOrUserId, ulong allow, ulong deny)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var isOfMember = _components.World.FindUser(roleOrUserId) is not null;
        _components.World.SetOverwrite(channel, new PermissionOverwrite(roleOrUserId, isOfMember, allow, deny));
    }

    /// <summary>Sets what everyone may do in a guild, the bot too.</summary>
    public void SetEveryonePermissions(DiscordGuild guild, ulong permissions)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _components.World.ChangeGuild(guild, access => access.SetEveryonePermissions(guild.Id, permissions));
    }

    /// <summary>Gives the bot a role that a guild has from now on.</summary>
    public DiscordRole AddBotRole(DiscordGuild guild, string name, ulong permissions)
    {
        ArgumentNullException.ThrowIfNull(guild);
        var role = new DiscordRole(_components.World.Ids.Next(), guild.Id, name, permissions);
        _components.World.ChangeGuild(guild, access => access.AddRole(role));
        return role;
    }

    /// <summary>What the bot may do in a channel, as Discord's permission bits.</summary>
    public ulong GetBotPermissions(DiscordChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return _components.World.Access.GetPermissions(channel);
    }

    /// <summary>Sets the channel where a guild's own notices stand, or none.</summary>
    public void SetSystemChannel(DiscordGuild guild, DiscordChannel? channel)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _components.World.ChangeGuild(guild, access => access.SetSystemChannel(guild.Id, channel?.Id));
    }

    /// <summary>Deletes a guild's channel and all that stands in it.</summary>
    public void DeleteChannel(DiscordChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (!_components.World.Delete(channel))
            throw new ArgumentException($"There is no channel {channel.Name} of a guild.", nameof(channel));
    }

    /// <summary>The bot is removed from a guild. The guild and its channels stay, out of the bot's reach.</summary>
    public void RemoveBot(DiscordGuild guild)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _components.World.RemoveBot(guild);
    }

    /// <summary>The bot is added to a guild that it was removed from.</summary>
    public void AddBot(DiscordGuild guild)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _components.World.AddBot(guild);
    }

    /// <summary>
    /// A person takes no direct messages from the bot, or takes them again. What they use there is answered all the
    /// same.
    /// </summary>
    public void RefuseDirectMessages(DiscordUser user, bool refuses = true)
    {
        ArgumentNullException.ThrowIfNull(user);
        _components.World.Access.SetRefusesDirectMessages(user.Id, refuses);
    }

    /// <summary>The registered commands, global or of a guild.</summary>
    public IReadOnlyList<JsonObject> GetCommands(ulong? guildId = null) =>
        [.. _components.Commands.List(guildId).Select(command => JsonTree.ParseObject(command.Json))];

    /// <summary>
    /// Someone writes a message. It mentions whom its text names as &lt;@id&gt;, and the author of the message it
    /// replies to if that pings.
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
    /// Someone uses a slash command; a subcommand is named after a space. Throws if it is not registered, or not so.
    /// </summary>
    public SentInteraction UseCommand(
        string name, IReadOnlyDictionary<string, object>? options = null, DiscordChannel? channel = null,
        DiscordUser? user = null) =>
        _components.UserActions.UseCommand(name, options, channel ?? Channel, GetActingUser(user, channel));

    /// <summary>Someone uses a command on a message.</summary>
    public SentInteraction UseMessageCommand(string name, SentMessage target, DiscordUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var current = _components.World.FindMessage(target.Id) ?? target.Stored;
        return _components.UserActions.UseMessageCommand(name, current, GetActingUser(user, current.Channel));
    }

    /// <summary>Someone types an option's value and is offered choices.</summary>
    public SentInteraction Autocomplete(
        string command,
        string focusedOption,
        string typed,
        IReadOnlyDictionary<string, object>? others = null,
        DiscordChannel? channel = null,
        DiscordUser? user = null) =>
        _components.UserActions.Autocomplete(
            command, focusedOption, typed, others, channel ?? Channel, GetActingUser(user, channel));

    /// <summary>Someone presses a button.</summary>
    public SentInteraction Press(SentMessage message, string customId, DiscordUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _components.UserActions.Press(GetCurrent(message), customId, GetViewer(user, message));
    }

    /// <summary>Someone selects values.</summary>
    public SentInteraction Select(
        SentMessage message, string customId, IReadOnlyList<string> values, DiscordUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _components.UserActions.Select(GetCurrent(message), customId, values, GetViewer(user, message));
    }

    /// <summary>
    /// Someone fills in the modal that an interaction was answered with; what is not given keeps its preset text.
    /// </summary>
    public SentInteraction SubmitModal(SentInteraction opener, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(opener);
        return _components.UserActions.SubmitModal(opener.State, values);
    }

    /// <summary>Any other event, to the guild's shard, or to shard 0, whatever the intents.</summary>
    public void Dispatch(string eventName, JsonNode data, ulong? guildId = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        _components.Sessions.Dispatch(new GatewayEvent(
            Encoding.UTF8.GetBytes(eventName), guildId, 0, Encoding.UTF8.GetBytes(data.ToJsonString()), null));
    }

    /// <summary>
    /// Prepares messages that people write to each other in the first guild, to be sent at once on the one connection
    /// of shard 0, which must use compression. They are not kept, and cannot be replayed.
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

    /// <summary>All messages of a channel that everyone sees there, oldest first.</summary>
    public IReadOnlyList<SentMessage> GetMessages(DiscordChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return [.. _components.World.GetMessages(channel).Select(message => new SentMessage(message))];
    }

    /// <summary>A message as it is now, an ephemeral one too; null when it is gone.</summary>
    public SentMessage? FindMessage(ulong messageId) =>
        _components.World.FindMessage(messageId) is { } message ? new SentMessage(message) : null;

    /// <summary>Ends every connection at once and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _components.Dispose();
    }

    private StoredMessage GetCurrent(SentMessage message) =>
        _components.World.FindMessage(message.Id) ?? throw new ActionUnavailableException("The message is gone.");

    private DiscordUser GetActingUser(DiscordUser? user, DiscordChannel? channel) =>
        user ?? (channel?.RecipientId is { } recipient ? _components.World.FindUser(recipient) : null) ?? User;

    /// <summary>Who uses a message if no one is named: of an ephemeral one, the person who sees it.</summary>
    private DiscordUser GetViewer(DiscordUser? user, SentMessage message) =>
        user
            ?? (message.IsEphemeral ? message.Stored.Interaction?.User : null)
            ?? GetActingUser(null, message.Stored.Channel);
}
