using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.DiscordNet.Rest;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>
/// Passes on Discord.Net's events, each one once, restarts shards that Discord.Net gave up, and notices if Discord
/// refuses the connection.
/// </summary>
internal sealed partial class DiscordNetSession
{
    // After an interruption, Discord may send the last events again, and Discord.Net passes them on again.
    private const int MaxRecentEvents = 10_000;

    // Discord.Net itself knows the channels of guilds, but not those of direct messages.
    private const int MaxDirectMessageChannels = 1_000;

    // Discord.Net waits for up to a minute before it reconnects.
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly DiscordShardedClient _client;
    private readonly ulong _application;
    private readonly IDiscordEventListener _events;
    private readonly DiscordNetCalls _calls;
    private readonly DiscordHttpClient _http;
    private readonly GatewayStatus _status;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RecentItems<bool> _recentEvents = new(MaxRecentEvents);
    private readonly RecentItems<IMessageChannel> _directMessageChannels = new(MaxDirectMessageChannels);
    private readonly TaskCompletionSource<ConnectionRefusedException> _refused =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Dictionary<int, ShardMonitor> _monitors;
    private volatile DiscordSocketClient? _firstReadyShard;
    private volatile bool _isStopping;

    /// <summary>Subscribes to the events of Discord.Net.</summary>
    /// <param name="client">Discord.Net's client, before it is started.</param>
    /// <param name="application">The application's id.</param>
    /// <param name="events">Receives the events.</param>
    /// <param name="calls">Calls Discord.Net.</param>
    /// <param name="http">The HTTP API, for what Discord.Net can't do.</param>
    /// <param name="status">The state of the shards.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public DiscordNetSession(
        DiscordShardedClient client,
        ulong application,
        IDiscordEventListener events,
        DiscordNetCalls calls,
        DiscordHttpClient http,
        GatewayStatus status,
        TimeProvider time,
        ILogger logger)
    {
        _client = client;
        _application = application;
        _events = events;
        _calls = calls;
        _http = http;
        _status = status;
        _time = time;
        _logger = logger;
        _monitors = client.Shards.ToDictionary(s => s.ShardId, _ => new ShardMonitor());
        status.SetShards(_monitors.Keys);
        client.ShardReady += OnReady;
        client.ShardConnected += OnConnected;
        client.ShardDisconnected += OnDisconnected;
        client.InteractionCreated += OnInteraction;
        client.MessageReceived += OnMessage;
    }

    /// <summary>Completes if Discord refuses the connection for good.</summary>
    public Task<ConnectionRefusedException> Refused => _refused.Task;

    /// <summary>
    /// The shard that was ready first, or null. Only a shard that is or was ready knows the application.
    /// </summary>
    public DiscordSocketClient? FirstReadyShard => _firstReadyShard;

    /// <summary>
    /// Restarts shards that Discord.Net gave up, until it is stopped. That happens if a session is invalid (4006) or
    /// READY can't be read.
    /// </summary>
    public async Task RestartShardsAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(GivenUpAfter, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var shard in _client.Shards.Where(IsGivenUp))
            {
                if (stopping.IsCancellationRequested) return;
                Log.Restarting(_logger, shard.ShardId, _monitors.Count);
                await shard.StartAsync();
            }
        }
    }

    /// <summary>Stops passing on events.</summary>
    public void StopEvents() => _isStopping = true;

    /// <summary>Disconnects all shards, and waits for that.</summary>
    public async Task CloseAsync()
    {
        _isStopping = true;
        await _client.StopAsync();
        try
        {
            // A shard that waits to reconnect raises no event when it ends.
            var disconnected = _client.Shards
                .Where(s => s.ConnectionState != ConnectionState.Disconnected)
                .Select(s => _monitors[s.ShardId].Disconnected);
            await Task.WhenAll(disconnected).WaitAsync(CloseTimeout, _time);
        }
        catch (TimeoutException)
        {
            Log.NotClosed(_logger);
        }

        foreach (var shard in _monitors.Keys) Log.Closed(_logger, shard, _monitors.Count);
    }

    /// <summary>Finds a channel that is known already.</summary>
    public IMessageChannel? FindChannel(ulong id)
    {
        if (_client.GetChannel(id) is IMessageChannel channel) return channel;
        return _directMessageChannels.TryGet(id, out var directMessages) ? directMessages : null;
    }

    /// <summary>Adds a channel that <see cref="FindChannel"/> can find from now on.</summary>
    public void AddDirectMessageChannel(IDMChannel channel) => _directMessageChannels.TryAdd(channel.Id, channel);

    private bool IsGivenUp(DiscordSocketClient shard) =>
        shard.ConnectionState == ConnectionState.Disconnected
        && _monitors[shard.ShardId].IsDisconnectedFor(GivenUpAfter, _time);

    private Task OnReady(DiscordSocketClient shard)
    {
        var bot = shard.CurrentUser;
        _firstReadyShard ??= shard;
        Log.Ready(_logger, bot.Username, shard.ShardId, _monitors.Count);
        _events.OnReady(new BotIdentity(_application, bot.Id, bot.Username));
        return Task.CompletedTask;
    }

    private Task OnConnected(DiscordSocketClient shard)
    {
        _status.MarkConnected(shard.ShardId);
        if (_monitors[shard.ShardId].MarkConnected()) Log.Reconnected(_logger, shard.ShardId, _monitors.Count);
        return Task.CompletedTask;
    }

    private Task OnDisconnected(Exception? exception, DiscordSocketClient shard)
    {
        _monitors[shard.ShardId].MarkDisconnected(_time.GetTimestamp());
        _status.MarkDisconnected(shard.ShardId);
        if (_isStopping) return Task.CompletedTask;
        try
        {
            var reason = exception is null ? "it was closed" : DisconnectReasons.GetReason(exception);
            Log.Lost(_logger, shard.ShardId, _monitors.Count, reason);
        }
        catch (ConnectionRefusedException e)
        {
            _refused.TrySetResult(e);
        }

        return Task.CompletedTask;
    }

    // Null for an interaction of a type that Discord.Net doesn't know.
    private Task OnInteraction(SocketInteraction? interaction)
    {
        var receivedAt = _time.GetTimestamp();
        if (_isStopping || interaction?.ChannelId is not { } channel) return Task.CompletedTask;
        if (InteractionReader.ReadData(interaction) is not { } data) return Task.CompletedTask;
        if (!_recentEvents.TryAdd(interaction.Id, true)) return Task.CompletedTask;
        _events.OnInteraction(new Interaction
        {
            Id = interaction.Id,
            Data = data,
            ChannelId = channel,
            ThreadParentId = CapturedInteraction.Current?.ThreadParentId,
            UserId = interaction.User.Id,
            GuildId = InteractionReader.FindInstalledGuild(interaction),
            Permissions = CapturedInteraction.Current?.Permissions ?? 0,
            Roles = CapturedInteraction.Current?.Roles ?? [],
            ReceivedAt = receivedAt,
            Responder = CreateResponder(interaction),
        });
        return Task.CompletedTask;
    }

    // Discord.Net knows no modals with labels, and responds to their submits with other rules.
    private IInteractionResponder CreateResponder(SocketInteraction interaction)
    {
        var modals = new RestInteractionResponder(_http, interaction.Id, _application, interaction.Token);
        return interaction is SocketModal ? modals : new DiscordNetResponder(interaction, _calls, modals);
    }

    private Task OnMessage(SocketMessage message)
    {
        if (_isStopping || _client.CurrentUser is not { } bot) return Task.CompletedTask;
        if (MessageReader.Read(message, bot.Id) is not { } incoming) return Task.CompletedTask;
        if (!_recentEvents.TryAdd(incoming.Id, true)) return Task.CompletedTask;
        if (incoming.IsDirect) _directMessageChannels.TryAdd(incoming.ChannelId, message.Channel);
        _events.OnMessage(incoming);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Information, "Connected to Discord as {Name} (shard {Shard} of {Shards}).")]
        public static partial void Ready(ILogger logger, string name, int shard, int shards);

        [LoggerMessage(
            1102,
            LogLevel.Warning,
            "Connection lost (shard {Shard} of {Shards}): {Reason}. Discord.Net is reconnecting.")]
        public static partial void Lost(ILogger logger, int shard, int shards, string reason);

        [LoggerMessage(1103, LogLevel.Information, "Connection restored (shard {Shard} of {Shards}).")]
        public static partial void Reconnected(ILogger logger, int shard, int shards);

        [LoggerMessage(
            1104,
            LogLevel.Warning,
            "Discord.Net stopped reconnecting (shard {Shard} of {Shards}). Restarting the shard.")]
        public static partial void Restarting(ILogger logger, int shard, int shards);

        [LoggerMessage(1105, LogLevel.Warning, "Failed to disconnect from Discord in time.")]
        public static partial void NotClosed(ILogger logger);

        [LoggerMessage(1106, LogLevel.Information, "Disconnected from Discord (shard {Shard} of {Shards}).")]
        public static partial void Closed(ILogger logger, int shard, int shards);
    }
}
