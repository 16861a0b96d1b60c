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
/// A stand-in for Discord on a port of this machine: its HTTP API v10 and its gateway v10, good enough for a bot that talks to Discord,
/// with the people, guilds and faults that a test wants. All members may be called from any thread.
/// </summary>
public sealed class DiscordServer : IAsyncDisposable
{
    private readonly ServerParts _parts;
    private readonly WebHost _host;

    private DiscordServer(ServerParts parts, WebHost host)
    {
        _parts = parts;
        _host = host;
        User = parts.World.AddUser("ada", isBot: false, DiscordUser.MemberPermissions);
        Channel = parts.World.AddChannel("questions", Guild);
    }

    /// <summary>Where the HTTP API is, as in http://127.0.0.1:1234/api/v10.</summary>
    public Uri ApiUrl => _host.ApiUrl;

    /// <summary>Where the gateway is. A session is told to resume at another path of the same server, /resume.</summary>
    public Uri GatewayUrl => _host.GatewayUrl;

    /// <summary>The bot's account.</summary>
    public BotAccount Bot => _parts.World.Bot;

    /// <summary>The first guild.</summary>
    public DiscordGuild Guild => _parts.World.Guilds[0];

    /// <summary>All guilds; with n shards, guild i is on shard i modulo n for every n up to 10.</summary>
    public IReadOnlyList<DiscordGuild> Guilds => _parts.World.Guilds;

    /// <summary>A text channel of the first guild.</summary>
    public DiscordChannel Channel { get; }

    /// <summary>A person.</summary>
    public DiscordUser User { get; }

    /// <summary>All people and bots.</summary>
    public IReadOnlyList<DiscordUser> Users => _parts.World.Users;

    /// <summary>All channels, direct messages too.</summary>
    public IReadOnlyList<DiscordChannel> Channels => _parts.World.Channels;

    /// <summary>What happened.</summary>
    public ServerLog Log => _parts.Log;

    /// <summary>What is to go wrong with the gateway.</summary>
    public GatewayFaults Gateway => _parts.GatewayFaults;

    /// <summary>What is to go wrong with requests.</summary>
    public HttpFaults Http => _parts.HttpFaults;

    /// <summary>What the bot did that Discord does not allow; also what the server itself failed at.</summary>
    public IReadOnlyList<ContractViolation> Violations => _parts.Violations.Snapshot();

    /// <summary>Why requests are not checked against Discord's description of its API, or null.</summary>
    public string? ContractSkipped => _parts.ContractSkipped;

    internal ServerParts Parts => _parts;

    /// <summary>Starts a server; disposing it frees the port.</summary>
    public static async Task<DiscordServer> StartAsync(DiscordServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var parts = new ServerParts(options ?? new DiscordServerOptions());
        var host = await WebHost.StartAsync(parts, cancellationToken);
        var server = new DiscordServer(parts, host);
        host.Open(server);
        return server;
    }

    /// <summary>Adds a person, or a bot.</summary>
    public DiscordUser AddUser(string name, bool isBot = false, ulong permissions = DiscordUser.MemberPermissions) =>
        _parts.World.AddUser(name, isBot, permissions);

    /// <summary>Adds a text channel, to the first guild if no other is given.</summary>
    public DiscordChannel AddChannel(string name, DiscordGuild? guild = null) => _parts.World.AddChannel(name, guild ?? Guild);

    /// <summary>The direct messages of a person with the bot.</summary>
    public DiscordChannel DirectMessages(DiscordUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _parts.World.DirectMessages(user);
    }

    /// <summary>Denies the bot those permissions in a guild's channel, in place of what it was denied there before; 0 denies nothing.</summary>
    public void Deny(DiscordChannel channel, ulong permissions) => Overwrite(channel, Bot.UserId, allow: 0, permissions);

    /// <summary>
    /// Sets what a guild's channel allows and denies to everyone (the guild's id), to a role or to a member, in place of what it did before.
    /// </summary>
    public void Overwrite(DiscordChannel channel, ulong roleOrUserId, ulong allow, ulong deny)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var isOfMember = _parts.World.FindUser(roleOrUserId) is not null;
        _parts.World.Overwrite(channel, new PermissionOverwrite(roleOrUserId, isOfMember, allow, deny));
    }

    /// <summary>Sets what everyone may do in a guild, the bot too.</summary>
    public void SetEveryone(DiscordGuild guild, ulong permissions)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _parts.World.Change(guild, access => access.SetEveryone(guild.Id, permissions));
    }

    /// <summary>Gives the bot a role that a guild has from now on.</summary>
    public DiscordRole GiveRole(DiscordGuild guild, string name, ulong permissions)
    {
        ArgumentNullException.ThrowIfNull(guild);
        var role = new DiscordRole(_parts.World.Ids.Next(), guild.Id, name, permissions);
        _parts.World.Change(guild, access => access.Give(role));
        return role;
    }

    /// <summary>What the bot may do in a channel, as Discord's permission bits.</summary>
    public ulong PermissionsIn(DiscordChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return _parts.World.Access.PermissionsIn(channel);
    }

    /// <summary>Sets the channel where a guild's own notices stand, or none.</summary>
    public void SetSystemChannel(DiscordGuild guild, DiscordChannel? channel)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _parts.World.Change(guild, access => access.SetSystemChannel(guild.Id, channel?.Id));
    }

    /// <summary>Deletes a guild's channel and all that stands in it.</summary>
    public void Delete(DiscordChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (!_parts.World.Delete(channel))
            throw new ArgumentException($"There is no channel {channel.Name} of a guild.", nameof(channel));
    }

    /// <summary>The bot is removed from a guild. The guild and its channels stay, out of the bot's reach.</summary>
    public void Leave(DiscordGuild guild)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _parts.World.Leave(guild);
    }

    /// <summary>The bot is added to a guild that it was removed from.</summary>
    public void Join(DiscordGuild guild)
    {
        ArgumentNullException.ThrowIfNull(guild);
        _parts.World.Join(guild);
    }

    /// <summary>A person takes no direct messages from the bot, or takes them again. What they use there is answered all the same.</summary>
    public void RefuseDirectMessages(DiscordUser user, bool refuses = true)
    {
        ArgumentNullException.ThrowIfNull(user);
        _parts.World.Access.SetRefused(user.Id, refuses);
    }

    /// <summary>The registered commands, global or of a guild.</summary>
    public IReadOnlyList<JsonObject> Commands(ulong? guildId = null) =>
        [.. _parts.Commands.List(guildId).Select(command => JsonTree.ParseObject(command.Json))];

    /// <summary>
    /// Someone writes a message. It mentions whom its text names as &lt;@id&gt;, and the author of the message it replies to if that pings.
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
        var writer = author ?? (place.RecipientId is { } recipient ? _parts.World.FindUser(recipient) : null) ?? User;
        var replied = replyTo?.Stored;
        var posted = _parts.World.Post(new StoredMessage
        {
            Channel = place,
            Author = isWebhook ? writer with { IsBot = true } : writer,
            Body = new MessageBody { Content = content },
            Type = replied is null ? MessageType.Plain : MessageType.Reply,
            Reply = replied is null ? null : new MessageReply(replied.Id, _parts.World.FindMessage(replied.Id)),
            Mentions = MentionReader.Read(content, null, pings ? replied?.Author : null, _parts.World.FindUser),
            WebhookId = isWebhook ? writer.Id : null,
        });
        return new SentMessage(posted ?? throw new NotOfferedException($"The channel {place.Name} is gone."));
    }

    /// <summary>Someone uses a slash command; a subcommand is named after a space. Throws if it is not registered, or not so.</summary>
    public SentInteraction UseCommand(
        string name, IReadOnlyDictionary<string, object>? options = null, DiscordChannel? channel = null, DiscordUser? user = null) =>
        _parts.People.UseCommand(name, options, channel ?? Channel, Acting(user, channel));

    /// <summary>Someone uses a command on a message.</summary>
    public SentInteraction UseMessageCommand(string name, SentMessage target, DiscordUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var current = _parts.World.FindMessage(target.Id) ?? target.Stored;
        return _parts.People.UseMessageCommand(name, current, Acting(user, current.Channel));
    }

    /// <summary>Someone types an option's value and is offered choices.</summary>
    public SentInteraction Autocomplete(
        string command,
        string focusedOption,
        string typed,
        IReadOnlyDictionary<string, object>? others = null,
        DiscordChannel? channel = null,
        DiscordUser? user = null) =>
        _parts.People.Autocomplete(command, focusedOption, typed, others, channel ?? Channel, Acting(user, channel));

    /// <summary>Someone presses a button.</summary>
    public SentInteraction Press(SentMessage message, string customId, DiscordUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _parts.People.Press(Current(message), customId, Viewer(user, message));
    }

    /// <summary>Someone selects values.</summary>
    public SentInteraction Select(SentMessage message, string customId, IReadOnlyList<string> values, DiscordUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _parts.People.Select(Current(message), customId, values, Viewer(user, message));
    }

    /// <summary>Someone fills in the modal that an interaction was answered with; what is not given keeps its preset text.</summary>
    public SentInteraction SubmitModal(SentInteraction opener, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(opener);
        return _parts.People.SubmitModal(opener.State, values);
    }

    /// <summary>Any other event, to the guild's shard, or to shard 0, whatever the intents.</summary>
    public void Dispatch(string eventName, JsonNode data, ulong? guildId = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        _parts.Sessions.Dispatch(new GatewayEvent(
            Encoding.UTF8.GetBytes(eventName), guildId, 0, Encoding.UTF8.GetBytes(data.ToJsonString()), null));
    }

    /// <summary>
    /// Prepares messages that people write to each other in the first guild, to be sent at once on the one connection of shard 0, which must use
    /// compression. They are not kept, and cannot be replayed.
    /// </summary>
    /// <returns>What sends them; until then nothing else is sent on that connection.</returns>
    public async Task<Func<Task>> PrepareMessagesAsync(int count)
    {
        var connection = _parts.Connections.Of(0).Single();
        var session = connection.Session ?? throw new InvalidOperationException("Shard 0 has no session.");
        var first = session.Reserve(count);
        var burst = new Burst(MessageTraffic.Create(_parts.World, Channel, count).Select((data, i) => Payloads.Dispatch("MESSAGE_CREATE"u8, first + i, data)));
        connection.Send(burst);
        await burst.Packed;
        return burst.SendAsync;
    }

    /// <summary>All messages of a channel that everyone sees there, oldest first.</summary>
    public IReadOnlyList<SentMessage> Messages(DiscordChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return [.. _parts.World.MessagesOf(channel).Select(message => new SentMessage(message))];
    }

    /// <summary>A message as it is now, an ephemeral one too; null when it is gone.</summary>
    public SentMessage? Find(ulong messageId) => _parts.World.FindMessage(messageId) is { } message ? new SentMessage(message) : null;

    /// <summary>Ends every connection at once and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _parts.Dispose();
    }

    private StoredMessage Current(SentMessage message) =>
        _parts.World.FindMessage(message.Id) ?? throw new NotOfferedException("The message is gone.");

    private DiscordUser Acting(DiscordUser? user, DiscordChannel? channel) =>
        user ?? (channel?.RecipientId is { } recipient ? _parts.World.FindUser(recipient) : null) ?? User;

    /// <summary>Who uses a message if no one is named: of an ephemeral one, the person who sees it.</summary>
    private DiscordUser Viewer(DiscordUser? user, SentMessage message) =>
        user ?? (message.IsEphemeral ? message.Stored.Interaction?.User : null) ?? Acting(null, message.Stored.Channel);
}
