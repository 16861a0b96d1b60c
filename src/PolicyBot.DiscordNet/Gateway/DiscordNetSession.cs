using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway;
using PolicyBot.DiscordNet.Gateway;
using PolicyBot.DiscordNet.Rest;
using PolicyBot.DiscordNet.Rest;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>The library at work: hands its events over, each once, and notices where Discord does not let it in.</summary>
internal sealed class DiscordNetSession
{
    // What Discord sends again after an interruption is among the last of its events; the library hands all of it over once more.
    private const int MaxRemembered = 10_000;

    // Direct messages go by the channel that they came from, or that was opened; the library keeps guilds’ channels itself.
    private const int MaxChannels = 1_000;

    // The library waits for up to a minute before it connects again.
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly DiscordShardedClient _library;
    private readonly ulong _application;
    private readonly IDiscordEventListener _events;
    private readonly DiscordNetCalls _calls;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RecentItems<bool> _handedOver = new(MaxRemembered);
    private readonly RecentItems<IMessageChannel> _directMessages = new(MaxChannels);
    private readonly TaskCompletionSource<ConnectionRefusedException> _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<int, ShardMonitor> _watches;
    private volatile DiscordSocketClient? _firstReady;
    private volatile bool _isStopping;

    public DiscordNetSession(DiscordShardedClient library, ulong application, IDiscordEventListener events, DiscordNetCalls calls, TimeProvider time, ILogger logger)
    {
        (_library, _application, _events, _calls, _time, _logger) = (library, application, events, calls, time, logger);
        _watches = library.Shards.ToDictionary(s => s.ShardId, _ => new ShardMonitor());
        library.ShardReady += OnReady;
        library.ShardConnected += OnConnected;
        library.ShardDisconnected += OnDisconnected;
        library.InteractionCreated += OnInteraction;
        library.MessageReceived += OnMessage;
    }

    /// <summary>Completes where Discord will never let it in.</summary>
    public Task<ConnectionRefusedException> Refused => _refused.Task;

    /// <summary>The shard that was ready first, whichever it was: one that is not does not know the application yet. Null before.</summary>
    public DiscordSocketClient? FirstReady => _firstReady;

    /// <summary>Starts anew, until told to stop, what the library has given up for good: a session that is gone (4006), a READY that cannot be read.</summary>
    public async Task ReviveAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(GivenUpAfter, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var shard in _library.Shards.Where(IsGivenUp))
            {
                if (stopping.IsCancellationRequested) return;
                LibraryLog.Restarted(_logger, shard.ShardId, _watches.Count);
                await shard.StartAsync();
            }
        }
    }

    /// <summary>From here on, nothing more is handed over.</summary>
    public void PassOver() => _isStopping = true;

    /// <summary>Closes all connections, and waits until they are.</summary>
    public async Task CloseAsync()
    {
        _isStopping = true;
        await _library.StopAsync();
        try
        {
            // One that waits before it connects again says nothing when it ends.
            var closing = _library.Shards.Where(s => s.ConnectionState != ConnectionState.Disconnected).Select(s => _watches[s.ShardId].Down);
            await Task.WhenAll(closing).WaitAsync(CloseTimeout, _time);
        }
        catch (TimeoutException)
        {
            LibraryLog.NotClosed(_logger);
        }

        foreach (var shard in _watches.Keys) LibraryLog.Closed(_logger, shard, _watches.Count);
    }

    /// <summary>The channel, as far as it is known.</summary>
    public IMessageChannel? Channel(ulong id) => _library.GetChannel(id) as IMessageChannel ?? (_directMessages.TryGet(id, out var channel) ? channel : null);

    /// <summary>Remembers a channel of direct messages.</summary>
    public void Remember(IDMChannel channel) => _directMessages.TryAdd(channel.Id, channel);

    private bool IsGivenUp(DiscordSocketClient shard) =>
        shard.ConnectionState == ConnectionState.Disconnected && _watches[shard.ShardId].IsDownFor(GivenUpAfter, _time);

    private Task OnReady(DiscordSocketClient shard)
    {
        var bot = shard.CurrentUser;
        _firstReady ??= shard;
        LibraryLog.Ready(_logger, bot.Username, shard.ShardId, _watches.Count);
        _events.OnReady(new BotIdentity(_application, bot.Id, bot.Username));
        return Task.CompletedTask;
    }

    private Task OnConnected(DiscordSocketClient shard)
    {
        if (_watches[shard.ShardId].Up()) LibraryLog.Again(_logger, shard.ShardId, _watches.Count);
        return Task.CompletedTask;
    }

    private Task OnDisconnected(Exception? fault, DiscordSocketClient shard)
    {
        _watches[shard.ShardId].GoDown(_time.GetTimestamp());
        if (_isStopping) return Task.CompletedTask;
        try
        {
            LibraryLog.Lost(_logger, shard.ShardId, _watches.Count, fault is null ? "it was closed" : DisconnectReasons.Reason(fault));
        }
        catch (ConnectionRefusedException e)
        {
            _refused.TrySetResult(e);
        }

        return Task.CompletedTask;
    }

    // The library gives null for one of a kind that it does not know.
    private Task OnInteraction(SocketInteraction? interaction)
    {
        var receivedAt = _time.GetTimestamp();
        if (_isStopping || interaction?.ChannelId is not { } channel || InteractionReader.Use(interaction) is not { } use || !_handedOver.TryAdd(interaction.Id, true))
            return Task.CompletedTask;
        _events.OnInteraction(new Interaction
        {
            Id = interaction.Id,
            Data = use,
            ChannelId = channel,
            UserId = interaction.User.Id,
            GuildId = InteractionReader.Guild(interaction),
            Permissions = CapturedInteraction.Current?.Permissions ?? 0,
            ReceivedAt = receivedAt,
            Responder = new DiscordNetResponder(interaction, _calls),
        });
        return Task.CompletedTask;
    }

    private Task OnMessage(SocketMessage message)
    {
        if (_isStopping || _library.CurrentUser is not { } bot || MessageReader.Read(message, bot.Id) is not { } read) return Task.CompletedTask;
        if (!_handedOver.TryAdd(read.Id, true)) return Task.CompletedTask;
        if (read.IsDirect) _directMessages.TryAdd(read.ChannelId, message.Channel);
        _events.OnMessage(read);
        return Task.CompletedTask;
    }
}
