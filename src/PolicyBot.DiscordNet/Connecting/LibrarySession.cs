using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Remembering;
using PolicyBot.Discord.Connecting;
using PolicyBot.Discord.Gateway;
using PolicyBot.DiscordNet.Events;
using PolicyBot.DiscordNet.Http;
using PolicyBot.DiscordNet.Responding;

namespace PolicyBot.DiscordNet.Connecting;

/// <summary>The library at work: hands its events over, each once, and notices where Discord does not let it in.</summary>
internal sealed class LibrarySession
{
    // What Discord sends again after an interruption is among the last of its events; the library hands all of it over once more.
    private const int MaxRemembered = 10_000;

    // Direct messages go by the channel that they came from, or that was opened; the library keeps guilds’ channels itself.
    private const int MaxChannels = 1_000;

    // The library waits for up to a minute before it connects again.
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly DiscordShardedClient library;
    private readonly ulong application;
    private readonly IDiscordEvents events;
    private readonly LibraryCalls calls;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly RecentlyUsed<ulong, bool> handedOver = new(MaxRemembered);
    private readonly RecentlyUsed<ulong, IMessageChannel> directMessages = new(MaxChannels);
    private readonly TaskCompletionSource<ConnectionRefusedException> refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<int, ShardWatch> watches;
    private volatile DiscordSocketClient? firstReady;
    private volatile bool isStopping;

    public LibrarySession(DiscordShardedClient library, ulong application, IDiscordEvents events, LibraryCalls calls, TimeProvider time, ILogger logger)
    {
        (this.library, this.application, this.events, this.calls, this.time, this.logger) = (library, application, events, calls, time, logger);
        watches = library.Shards.ToDictionary(s => s.ShardId, _ => new ShardWatch());
        library.ShardReady += OnReady;
        library.ShardConnected += OnConnected;
        library.ShardDisconnected += OnDisconnected;
        library.InteractionCreated += OnInteraction;
        library.MessageReceived += OnMessage;
    }

    /// <summary>Completes where Discord will never let it in.</summary>
    public Task<ConnectionRefusedException> Refused => refused.Task;

    /// <summary>The shard that was ready first, whichever it was: one that is not does not know the application yet. Null before.</summary>
    public DiscordSocketClient? FirstReady => firstReady;

    /// <summary>Starts anew, until told to stop, what the library has given up for good: a session that is gone (4006), a READY that cannot be read.</summary>
    public async Task ReviveAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(GivenUpAfter, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var shard in library.Shards.Where(IsGivenUp))
            {
                if (stopping.IsCancellationRequested) return;
                LibraryLog.Restarted(logger, shard.ShardId, watches.Count);
                await shard.StartAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>From here on, nothing more is handed over.</summary>
    public void PassOver() => isStopping = true;

    /// <summary>Closes all connections, and waits until they are.</summary>
    public async Task CloseAsync()
    {
        isStopping = true;
        await library.StopAsync().ConfigureAwait(false);
        try
        {
            // One that waits before it connects again says nothing when it ends.
            var closing = library.Shards.Where(s => s.ConnectionState != ConnectionState.Disconnected).Select(s => watches[s.ShardId].Down);
            await Task.WhenAll(closing).WaitAsync(CloseTimeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            LibraryLog.NotClosed(logger);
        }

        foreach (var shard in watches.Keys) GatewayLog.Closed(logger, shard, watches.Count);
    }

    /// <summary>The channel, as far as it is known.</summary>
    public IMessageChannel? Channel(ulong id) => library.GetChannel(id) as IMessageChannel ?? (directMessages.TryGet(id, out var channel) ? channel : null);

    /// <summary>Remembers a channel of direct messages.</summary>
    public void Remember(IDMChannel channel) => directMessages.Put(channel.Id, channel);

    private bool IsGivenUp(DiscordSocketClient shard) =>
        shard.ConnectionState == ConnectionState.Disconnected && watches[shard.ShardId].IsDownFor(GivenUpAfter, time);

    private Task OnReady(DiscordSocketClient shard)
    {
        var bot = shard.CurrentUser;
        firstReady ??= shard;
        GatewayLog.Ready(logger, bot.Username, shard.ShardId, watches.Count);
        events.OnReady(new BotIdentity(application, bot.Id, bot.Username));
        return Task.CompletedTask;
    }

    private Task OnConnected(DiscordSocketClient shard)
    {
        if (watches[shard.ShardId].Up()) LibraryLog.Again(logger, shard.ShardId, watches.Count);
        return Task.CompletedTask;
    }

    private Task OnDisconnected(Exception? fault, DiscordSocketClient shard)
    {
        watches[shard.ShardId].GoDown(time.GetTimestamp());
        if (isStopping) return Task.CompletedTask;
        try
        {
            LibraryLog.Lost(logger, shard.ShardId, watches.Count, fault is null ? "it was closed" : Disconnections.Reason(fault));
        }
        catch (ConnectionRefusedException e)
        {
            refused.TrySetResult(e);
        }

        return Task.CompletedTask;
    }

    // The library gives null for one of a kind that it does not know.
    private Task OnInteraction(SocketInteraction? interaction)
    {
        var receivedAt = time.GetTimestamp();
        if (isStopping || interaction?.ChannelId is not { } channel || InteractionReader.Use(interaction) is not { } use || !handedOver.TryAdd(interaction.Id, true))
            return Task.CompletedTask;
        events.OnInteraction(new Interaction
        {
            Id = interaction.Id,
            Use = use,
            Channel = channel,
            User = interaction.User.Id,
            Guild = InteractionReader.Guild(interaction),
            Permissions = InteractionFrame.Current?.Permissions ?? 0,
            ReceivedAt = receivedAt,
            Responder = new LibraryResponder(interaction, calls),
        });
        return Task.CompletedTask;
    }

    private Task OnMessage(SocketMessage message)
    {
        if (isStopping || library.CurrentUser is not { } bot || MessageReader.Read(message, bot.Id) is not { } read) return Task.CompletedTask;
        if (!handedOver.TryAdd(read.Id, true)) return Task.CompletedTask;
        if (read.IsDirect) directMessages.Put(read.Channel, message.Channel);
        events.OnMessage(read);
        return Task.CompletedTask;
    }
}
