using PolicyBot.FakeDiscord.Gateway;

namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// Users, guilds, channels and messages. Changes of messages are sent to the gateway under the same lock, so that
/// events are in the order of the changes.
/// </summary>
internal sealed class DiscordWorld
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly SessionRegistry _sessions;
    private readonly int _maxMessages;
    private readonly Dictionary<ulong, DiscordUser> _users = [];
    private readonly Dictionary<ulong, DiscordChannel> _channels = [];
    private readonly Dictionary<ulong, DiscordChannel> _directChannels = [];
    private readonly Dictionary<ulong, ChannelHistory> _histories = [];
    private readonly Dictionary<ulong, StoredMessage> _messages = [];
    private readonly Queue<ulong> _messageOrder = [];

    public DiscordWorld(FakeDiscordOptions options, SessionRegistry sessions)
    {
        _sessions = sessions;
        _time = options.TimeProvider;
        _maxMessages = options.RecordsRequests ? 100_000 : 20_000;
        Ids = new Snowflakes(_time);
        var applicationId = Ids.Next();
        Bot = new BotAccount(options.Token, applicationId, applicationId, "PolicyBot");
        BotUser = new DiscordUser(applicationId, Bot.Name, IsBot: true);
        _users.Add(BotUser.Id, BotUser);
        Guilds = [.. Enumerable.Range(0, Math.Max(1, options.Guilds)).Select(number => new DiscordGuild(
            Snowflakes.CreateGuildId(number), number == 0 ? "Reading Circle" : $"Reading Circle {number + 1}"))];
        Access = new BotAccess(BotUser.Id);
    }

    public Snowflakes Ids { get; }

    public BotAccount Bot { get; }

    public DiscordUser BotUser { get; }

    /// <summary>All guilds, including those that the bot was removed from.</summary>
    public IReadOnlyList<DiscordGuild> Guilds { get; }

    /// <summary>The guilds that the bot is in.</summary>
    public IEnumerable<DiscordGuild> JoinedGuilds => Guilds.Where(guild => Access.IsInGuild(guild.Id));

    public BotAccess Access { get; }

    public IReadOnlyList<DiscordUser> Users
    {
        get
        {
            lock (_gate)
                return [.. _users.Values];
        }
    }

    public IReadOnlyList<DiscordChannel> Channels
    {
        get
        {
            lock (_gate)
                return [.. _channels.Values];
        }
    }

    public DiscordUser AddUser(string name, bool isBot, ulong permissions, IReadOnlyList<ulong>? roleIds = null)
    {
        var user = new DiscordUser(Ids.Next(), name, isBot) { Permissions = permissions, RoleIds = roleIds ?? [] };
        lock (_gate)
            _users.Add(user.Id, user);
        return user;
    }

    public DiscordUser? FindUser(ulong id)
    {
        lock (_gate)
            return _users.GetValueOrDefault(id);
    }

    public DiscordChannel AddChannel(string name, DiscordGuild guild)
    {
        var channel = new DiscordChannel(Ids.Next(), guild.Id, name);
        lock (_gate)
        {
            AddChannel(channel);
            DispatchGuildEvent("CHANNEL_CREATE"u8, guild.Id, channel, ChannelWriter.ToBytes);
        }

        return channel;
    }

    /// <summary>Starts a public thread in a channel of a guild.</summary>
    public DiscordChannel AddThread(string name, DiscordChannel parent)
    {
        var guildId = parent.GuildId ?? throw new ArgumentException("A direct message has no threads.", nameof(parent));
        var thread = new DiscordChannel(Ids.Next(), guildId, name) { ParentId = parent.Id };
        lock (_gate)
        {
            AddChannel(thread);
            DispatchGuildEvent("THREAD_CREATE"u8, guildId, thread, ChannelWriter.ToBytes);
        }

        return thread;
    }

    /// <summary>Deletes a channel of a guild with its messages; false if it was already deleted.</summary>
    public bool Delete(DiscordChannel channel)
    {
        lock (_gate)
        {
            if (channel.GuildId is not { } guildId || !_channels.TryGetValue(channel.Id, out var known))
                return false;
            DispatchGuildEvent("CHANNEL_DELETE"u8, guildId, known, ChannelWriter.ToBytes);
            foreach (var id in _messages.Values.Where(message => message.Channel.Id == channel.Id)
                .Select(message => message.Id)
                .ToList())
                _messages.Remove(id);
            _channels.Remove(channel.Id);
            _histories.Remove(channel.Id);
            Access.RemoveChannel(channel);
            return true;
        }
    }

    /// <summary>Changes the permission overwrites of a channel.</summary>
    public void SetOverwrite(DiscordChannel channel, PermissionOverwrite overwrite)
    {
        lock (_gate)
        {
            if (channel.GuildId is not { } guildId || !_channels.ContainsKey(channel.Id))
                throw new ArgumentException($"There is no channel {channel.Name} of a guild.", nameof(channel));
            Access.SetOverwrite(channel.Id, overwrite);
            DispatchGuildEvent("CHANNEL_UPDATE"u8, guildId, channel, ChannelWriter.ToBytes);
        }
    }

    /// <summary>Changes roles or settings of a guild.</summary>
    public void ChangeGuild(DiscordGuild guild, Action<BotAccess> change)
    {
        lock (_gate)
        {
            change(Access);
            DispatchGuildEvent("GUILD_UPDATE"u8, guild.Id, guild, GuildWriter.WriteGuild);
        }
    }

    /// <summary>Removes the bot from a guild.</summary>
    public void RemoveBot(DiscordGuild guild)
    {
        lock (_gate)
        {
            if (Access.IsInGuild(guild.Id))
                DispatchGuildEvent(
                    "GUILD_DELETE"u8, guild.Id, guild, static (left, _) => GuildWriter.WriteGuildDelete(left));
            Access.Leave(guild.Id);
        }
    }

    /// <summary>Adds the bot to a guild again.</summary>
    public void AddBot(DiscordGuild guild)
    {
        lock (_gate)
        {
            if (Access.Join(guild.Id))
                DispatchGuildEvent("GUILD_CREATE"u8, guild.Id, guild, GuildWriter.WriteGuildCreate);
        }
    }

    public DiscordChannel GetDirectMessages(DiscordUser user)
    {
        lock (_gate)
        {
            if (_directChannels.TryGetValue(user.Id, out var known))
                return known;
            var channel = new DiscordChannel(Ids.Next(), null, user.Name) { RecipientId = user.Id };
            _directChannels.Add(user.Id, channel);
            AddChannel(channel);
            return channel;
        }
    }

    public DiscordChannel? FindChannel(ulong id)
    {
        lock (_gate)
            return _channels.GetValueOrDefault(id);
    }

    /// <summary>Any message, including ephemeral ones.</summary>
    public StoredMessage? FindMessage(ulong id)
    {
        lock (_gate)
            return _messages.GetValueOrDefault(id);
    }

    /// <summary>The messages of a channel that everyone can see, oldest first.</summary>
    public IReadOnlyList<StoredMessage> GetMessages(DiscordChannel channel)
    {
        lock (_gate)
            return _histories.TryGetValue(channel.Id, out var history)
                ? [.. history.Ids.Select(id => _messages[id])]
                : [];
    }

    public ulong? GetLastMessageId(DiscordChannel channel)
    {
        lock (_gate)
            return _histories.TryGetValue(channel.Id, out var history) && history.Ids.Count > 0
                ? history.Ids[^1]
                : null;
    }

    /// <summary>
    /// Posts a message with a new id and time, and sends the event. If its author used the same enforced nonce in the
    /// channel in the past few minutes, returns the first message instead. Null if the channel was deleted.
    /// </summary>
    public StoredMessage? Post(StoredMessage draft, bool enforcesNonce = false)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (!_histories.TryGetValue(draft.Channel.Id, out var history))
                return null;
            if (draft.Nonce is { } nonce
                && history.FindByNonce(draft.Author.Id, nonce, now) is { } first
                && enforcesNonce)
                return _messages.GetValueOrDefault(first.Id) ?? first;
            var message = draft with { Id = Ids.Next(), Timestamp = now };
            // Only guilds have roles.
            if (message.Channel.GuildId is null)
                message = message with { Mentions = message.Mentions with { Roles = [] } };
            message = message with { IsReadableWithoutIntent = IsReadable(message) };
            _messages.Add(message.Id, message);
            _messageOrder.Enqueue(message.Id);
            if (message.Nonce is not null)
                history.Remember(message);
            if (!message.IsEphemeral)
            {
                history.Add(message.Id);
                DispatchMessage("MESSAGE_CREATE"u8, message);
            }

            if (_messageOrder.Count > _maxMessages)
                RemoveMessage(_messageOrder.Dequeue());
            return message;
        }
    }

    /// <summary>Changes a message; null if it was deleted.</summary>
    public StoredMessage? Edit(ulong id, Func<StoredMessage, StoredMessage> change)
    {
        lock (_gate)
        {
            if (!_messages.TryGetValue(id, out var old))
                return null;
            var edited = change(old) with { EditedAt = old.IsThinking ? null : _time.GetUtcNow() };
            edited = edited with { IsReadableWithoutIntent = IsReadable(edited) };
            _messages[id] = edited;
            if (!edited.IsEphemeral)
                DispatchMessage("MESSAGE_UPDATE"u8, edited);
            return edited;
        }
    }

    /// <summary>Deletes a message; false if it was already deleted.</summary>
    public bool Delete(ulong id)
    {
        lock (_gate)
        {
            if (!_messages.TryGetValue(id, out var message))
                return false;
            RemoveMessage(id);
            if (!message.IsEphemeral)
                DispatchMessageDeleted(message);
            return true;
        }
    }

    private void AddChannel(DiscordChannel channel)
    {
        _channels.Add(channel.Id, channel);
        _histories.Add(channel.Id, new ChannelHistory());
    }

    private void RemoveMessage(ulong id)
    {
        if (_messages.Remove(id, out var message)
            && !message.IsEphemeral
            && _histories.TryGetValue(message.Channel.Id, out var history))
            history.Remove(id);
    }

    private bool IsReadable(StoredMessage message) =>
        message.Channel.GuildId is null
            || message.Author.Id == Bot.UserId
            || message.Mentions.Users.Any(user => user.Id == Bot.UserId);

    private void DispatchMessage(ReadOnlySpan<byte> name, StoredMessage message)
    {
        var intent = GetIntent(message.Channel);
        if (!_sessions.HasSubscriber(message.Channel.GuildId, intent) || !Access.CanSee(message.Channel))
            return;
        _sessions.Dispatch(new GatewayEvent(
            name.ToArray(),
            message.Channel.GuildId,
            intent,
            MessageWriter.ToBytes(message, new MessageView(IsEvent: true, IncludesContent: true)),
            message.IsReadableWithoutIntent && message.Reply is null
                ? null
                : MessageWriter.ToBytes(message, new MessageView(IsEvent: true, IncludesContent: false))));
    }

    private void DispatchGuildEvent<T>(
        ReadOnlySpan<byte> name, ulong guildId, T subject, Func<T, DiscordWorld, byte[]> write)
    {
        if (Access.IsInGuild(guildId) && _sessions.HasSubscriber(guildId, Intents.Guilds))
            _sessions.Dispatch(new GatewayEvent(name.ToArray(), guildId, Intents.Guilds, write(subject, this), null));
    }

    private void DispatchMessageDeleted(StoredMessage message)
    {
        if (!Access.CanSee(message.Channel))
            return;
        _sessions.Dispatch(new GatewayEvent(
            "MESSAGE_DELETE"u8.ToArray(), message.Channel.GuildId, GetIntent(message.Channel),
            MessageWriter.WriteMessageDelete(message), null));
    }

    private static int GetIntent(DiscordChannel channel) =>
        channel.GuildId is null ? Intents.DirectMessages : Intents.GuildMessages;
}
