using PolicyBot.Discord.Testing.Gateway;

namespace PolicyBot.Discord.Testing.World;

/// <summary>
/// Who and what there is: people, guilds, channels, messages. Every change of a message is told to the gateway under the same lock, so
/// that events come in the order of the changes.
/// </summary>
internal sealed class DiscordWorld
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly SessionBook sessions;
    private readonly int keeps;
    private readonly Dictionary<ulong, DiscordUser> users = [];
    private readonly Dictionary<ulong, DiscordChannel> channels = [];
    private readonly Dictionary<ulong, DiscordChannel> directChannels = [];
    private readonly Dictionary<ulong, ChannelHistory> histories = [];
    private readonly Dictionary<ulong, StoredMessage> messages = [];
    private readonly Queue<ulong> messageOrder = [];

    public DiscordWorld(DiscordServerOptions options, SessionBook sessions)
    {
        this.sessions = sessions;
        time = options.TimeProvider;
        keeps = options.RecordsRequests ? 100_000 : 20_000;
        Ids = new Snowflakes(time);
        var applicationId = Ids.Next();
        Bot = new BotAccount(options.Token, applicationId, applicationId, "PolicyBot");
        BotUser = new DiscordUser(applicationId, Bot.Name, IsBot: true);
        users.Add(BotUser.Id, BotUser);
        Guilds = [.. Enumerable.Range(0, Math.Max(1, options.Guilds)).Select(number => new DiscordGuild(
            Snowflakes.OfGuild(number), number == 0 ? "Reading Circle" : $"Reading Circle {number + 1}"))];
        Access = new BotAccess(BotUser.Id);
    }

    public Snowflakes Ids { get; }

    public BotAccount Bot { get; }

    public DiscordUser BotUser { get; }

    /// <summary>All guilds, those too that the bot was removed from.</summary>
    public IReadOnlyList<DiscordGuild> Guilds { get; }

    /// <summary>The guilds that the bot is in.</summary>
    public IEnumerable<DiscordGuild> JoinedGuilds => Guilds.Where(guild => Access.IsIn(guild.Id));

    public BotAccess Access { get; }

    public IReadOnlyList<DiscordUser> Users
    {
        get
        {
            lock (gate)
                return [.. users.Values];
        }
    }

    public IReadOnlyList<DiscordChannel> Channels
    {
        get
        {
            lock (gate)
                return [.. channels.Values];
        }
    }

    public DiscordUser AddUser(string name, bool isBot, ulong permissions)
    {
        var user = new DiscordUser(Ids.Next(), name, isBot) { Permissions = permissions };
        lock (gate)
            users.Add(user.Id, user);
        return user;
    }

    public DiscordUser? FindUser(ulong id)
    {
        lock (gate)
            return users.GetValueOrDefault(id);
    }

    public DiscordChannel AddChannel(string name, DiscordGuild guild)
    {
        var channel = new DiscordChannel(Ids.Next(), guild.Id, name);
        lock (gate)
        {
            AddChannel(channel);
            TellOfGuild("CHANNEL_CREATE"u8, guild.Id, channel, ChannelWriter.ToBytes);
        }

        return channel;
    }

    /// <summary>Deletes a guild's channel with all that stands in it; false when it is gone already.</summary>
    public bool Delete(DiscordChannel channel)
    {
        lock (gate)
        {
            if (channel.GuildId is not { } guildId || !channels.TryGetValue(channel.Id, out var known))
                return false;
            TellOfGuild("CHANNEL_DELETE"u8, guildId, known, ChannelWriter.ToBytes);
            foreach (var id in messages.Values.Where(message => message.Channel.Id == channel.Id).Select(message => message.Id).ToList())
                messages.Remove(id);
            channels.Remove(channel.Id);
            histories.Remove(channel.Id);
            Access.Forget(channel);
            return true;
        }
    }

    /// <summary>Changes what a channel allows or denies.</summary>
    public void Overwrite(DiscordChannel channel, PermissionOverwrite overwrite)
    {
        lock (gate)
        {
            if (channel.GuildId is not { } guildId || !channels.ContainsKey(channel.Id))
                throw new ArgumentException($"There is no channel {channel.Name} of a guild.", nameof(channel));
            Access.Set(channel.Id, overwrite);
            TellOfGuild("CHANNEL_UPDATE"u8, guildId, channel, ChannelWriter.ToBytes);
        }
    }

    /// <summary>Changes the guild as its roles or settings show it.</summary>
    public void Change(DiscordGuild guild, Action<BotAccess> change)
    {
        lock (gate)
        {
            change(Access);
            TellOfGuild("GUILD_UPDATE"u8, guild.Id, guild, GuildWriter.Whole);
        }
    }

    /// <summary>The bot is removed from a guild.</summary>
    public void Leave(DiscordGuild guild)
    {
        lock (gate)
        {
            if (Access.IsIn(guild.Id))
                TellOfGuild("GUILD_DELETE"u8, guild.Id, guild, static (left, _) => GuildWriter.Left(left));
            Access.Leave(guild.Id);
        }
    }

    /// <summary>The bot is added to a guild again.</summary>
    public void Join(DiscordGuild guild)
    {
        lock (gate)
        {
            if (Access.Join(guild.Id))
                TellOfGuild("GUILD_CREATE"u8, guild.Id, guild, GuildWriter.Created);
        }
    }

    public DiscordChannel DirectMessages(DiscordUser user)
    {
        lock (gate)
        {
            if (directChannels.TryGetValue(user.Id, out var known))
                return known;
            var channel = new DiscordChannel(Ids.Next(), null, user.Name) { RecipientId = user.Id };
            directChannels.Add(user.Id, channel);
            AddChannel(channel);
            return channel;
        }
    }

    public DiscordChannel? FindChannel(ulong id)
    {
        lock (gate)
            return channels.GetValueOrDefault(id);
    }

    /// <summary>Any message, an ephemeral one too.</summary>
    public StoredMessage? FindMessage(ulong id)
    {
        lock (gate)
            return messages.GetValueOrDefault(id);
    }

    /// <summary>The messages of a channel that everyone sees there, oldest first.</summary>
    public IReadOnlyList<StoredMessage> MessagesOf(DiscordChannel channel)
    {
        lock (gate)
            return histories.TryGetValue(channel.Id, out var history) ? [.. history.Ids.Select(id => messages[id])] : [];
    }

    public ulong? LastMessageOf(DiscordChannel channel)
    {
        lock (gate)
            return histories.TryGetValue(channel.Id, out var history) && history.Ids.Count > 0 ? history.Ids[^1] : null;
    }

    /// <summary>
    /// Posts a message, gives it its id and time, and tells the gateway. With an enforced nonce that its author used in the channel in
    /// the past few minutes, nothing is posted and the first message returned. Null when the channel is gone.
    /// </summary>
    public StoredMessage? Post(StoredMessage draft, bool enforcesNonce = false)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (!histories.TryGetValue(draft.Channel.Id, out var history))
                return null;
            if (draft.Nonce is { } nonce && history.FindByNonce(draft.Author.Id, nonce, now) is { } first && enforcesNonce)
                return messages.GetValueOrDefault(first.Id) ?? first;
            var message = draft with { Id = Ids.Next(), Timestamp = now };
            // There are no roles but in guilds.
            if (message.Channel.GuildId is null)
                message = message with { Mentions = message.Mentions with { Roles = [] } };
            message = message with { IsReadableWithoutIntent = IsReadable(message) };
            messages.Add(message.Id, message);
            messageOrder.Enqueue(message.Id);
            if (message.Nonce is not null)
                history.Remember(message);
            if (!message.IsEphemeral)
            {
                history.Add(message.Id);
                Tell("MESSAGE_CREATE"u8, message);
            }

            if (messageOrder.Count > keeps)
                Forget(messageOrder.Dequeue());
            return message;
        }
    }

    /// <summary>Changes a message; null when it is gone.</summary>
    public StoredMessage? Edit(ulong id, Func<StoredMessage, StoredMessage> change)
    {
        lock (gate)
        {
            if (!messages.TryGetValue(id, out var old))
                return null;
            var edited = change(old) with { EditedAt = old.IsThinking ? null : time.GetUtcNow() };
            edited = edited with { IsReadableWithoutIntent = IsReadable(edited) };
            messages[id] = edited;
            if (!edited.IsEphemeral)
                Tell("MESSAGE_UPDATE"u8, edited);
            return edited;
        }
    }

    /// <summary>Deletes a message; false when it is gone already.</summary>
    public bool Delete(ulong id)
    {
        lock (gate)
        {
            if (!messages.TryGetValue(id, out var message))
                return false;
            Forget(id);
            if (!message.IsEphemeral)
                TellDeleted(message);
            return true;
        }
    }

    private void AddChannel(DiscordChannel channel)
    {
        channels.Add(channel.Id, channel);
        histories.Add(channel.Id, new ChannelHistory());
    }

    private void Forget(ulong id)
    {
        if (messages.Remove(id, out var message) && !message.IsEphemeral && histories.TryGetValue(message.Channel.Id, out var history))
            history.Remove(id);
    }

    private bool IsReadable(StoredMessage message) =>
        message.Channel.GuildId is null || message.Author.Id == Bot.UserId || message.Mentions.Users.Any(user => user.Id == Bot.UserId);

    private void Tell(ReadOnlySpan<byte> name, StoredMessage message)
    {
        var intent = IntentOf(message.Channel);
        if (!sessions.Wants(message.Channel.GuildId, intent) || !Access.Sees(message.Channel))
            return;
        sessions.Dispatch(new GatewayEvent(
            name.ToArray(),
            message.Channel.GuildId,
            intent,
            MessageWriter.ToBytes(message, new MessageView(IsEvent: true, ReadsAll: true)),
            message.IsReadableWithoutIntent && message.Reply is null
                ? null
                : MessageWriter.ToBytes(message, new MessageView(IsEvent: true, ReadsAll: false))));
    }

    private void TellOfGuild<T>(ReadOnlySpan<byte> name, ulong guildId, T subject, Func<T, DiscordWorld, byte[]> write)
    {
        if (Access.IsIn(guildId) && sessions.Wants(guildId, Intents.Guilds))
            sessions.Dispatch(new GatewayEvent(name.ToArray(), guildId, Intents.Guilds, write(subject, this), null));
    }

    private void TellDeleted(StoredMessage message)
    {
        if (!Access.Sees(message.Channel))
            return;
        sessions.Dispatch(new GatewayEvent(
            "MESSAGE_DELETE"u8.ToArray(), message.Channel.GuildId, IntentOf(message.Channel), MessageWriter.Deleted(message), null));
    }

    private static int IntentOf(DiscordChannel channel) => channel.GuildId is null ? Intents.DirectMessages : Intents.GuildMessages;
}
