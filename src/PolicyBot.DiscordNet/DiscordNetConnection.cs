using System.Globalization;
using System.Net;
using Discord;
using Discord.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.Discord.Client.Rest.Payloads;
using PolicyBot.DiscordNet.Conversion;
using PolicyBot.DiscordNet.Gateway;
using PolicyBot.DiscordNet.Rest;

namespace PolicyBot.DiscordNet;

/// <summary>A connection to Discord with the library Discord.Net.</summary>
internal sealed class DiscordNetConnection(
    DiscordClientOptions options,
    DiscordHttpClient http,
    GatewayStatus status,
    TimeProvider time,
    Random random,
    ILogger<DiscordNetConnection> logger) : IDiscordConnection
{
    private const int GuildPageSize = DiscordConfig.MaxGuildsPerBatch;

    private readonly DiscordNetCalls _calls = new(time);
    private volatile DiscordShardedClient? _client;
    private volatile DiscordNetSession? _session;

    private DiscordShardedClient Client => _client ?? throw CreateNotConnectedException();

    public async Task RunAsync(IDiscordEventListener events, CancellationToken stopping)
    {
        using var starts = new SessionStartLimiter(http, time, logger);
        var gateway = await RetryUntilStopped.RunAsync(starts.GetGatewayAsync, time, random, logger, stopping);
        if (gateway is null) return;
        var shards = options.Shards ?? gateway.Shards;
        var settings = DiscordNetSettings.Create(
            shards, gateway.SessionStartLimit.MaxConcurrency, http, events, time);
        var client = new DiscordShardedClient(settings);
        await using var disposing = client;
        client.Log += ForwardLog;
        var application = await RetryUntilStopped.RunAsync(
            token => LogInAsync(client, starts, token), time, random, logger, stopping);
        if (application is null) return;
        var session = new DiscordNetSession(client, application.Id, events, _calls, http, status, time, logger);
        (_client, _session) = (client, session);
        await ServeAsync(client, session, events, stopping);
    }

    public void WarmUp(OutgoingMessage message)
    {
        // Discord.Net offers nothing for it.
    }

    public async Task<bool> RegisterCommandsAsync(
        ulong application,
        ulong? guild,
        IReadOnlyList<ApplicationCommand> commands,
        CancellationToken cancellationToken)
    {
        var rest = _session?.FirstReadyShard?.Rest ?? throw CreateNotConnectedException();
        IReadOnlyList<CommandPayload> wanted =
            [.. commands.Select(c => CommandPayload.From(c, isGlobal: guild is null))];
        var registered = (await CallAsync("the commands", GetAsync, cancellationToken))
            .Select(DiscordNetCommands.ToPayload)
            .ToList();
        // Discord returns them in any order.
        if (registered.Count == wanted.Count && wanted.All(w => registered.Any(w.IsEquivalentTo))) return false;
        await CallAsync("the registration of the commands", OverwriteAsync, cancellationToken);
        return true;

        async Task<IReadOnlyCollection<IApplicationCommand>> GetAsync(RequestOptions o) => guild is { } id
            ? await rest.GetGuildApplicationCommands(id, options: o)
            : await rest.GetGlobalApplicationCommands(options: o);

        async Task<IReadOnlyCollection<IApplicationCommand>> OverwriteAsync(RequestOptions o)
        {
            ApplicationCommandProperties[] all =
                [.. commands.Select(c => DiscordNetCommands.ToProperties(c, isGlobal: guild is null))];
            return guild is { } id
                ? await rest.BulkOverwriteGuildCommands(all, id, o)
                : await rest.BulkOverwriteGlobalCommands(all, o);
        }
    }

    // Discord.Net has no type for the overwrites of a whole application.
    public Task<GuildCommandOverwrites> GetCommandOverwritesAsync(
        ulong application, ulong guild, bool isGlobal, TimeSpan timeout, CancellationToken cancellationToken) =>
        CommandOverwriteReader.ReadAsync(http, application, guild, isGlobal, timeout, cancellationToken);

    public async Task<ulong> SendMessageAsync(
        ulong channel, OutgoingMessage message, string nonce, ulong? replyTo, CancellationToken cancellationToken)
    {
        const string Name = "a message";
        var messageChannel = await GetMessageChannelAsync(Name, channel, cancellationToken);
        var mentions = replyTo is null ? DiscordNetMessages.NoMentions : DiscordNetMessages.NoMentionsInReply;
        var reference = replyTo is { } id ? new MessageReference(id, failIfNotExists: false) : null;
        var sent = await _calls.RunAsync(
            Name, SendAsync, DiscordNetCalls.DefaultTimeout, cancellationToken, message.File, nonce);
        return sent.Id;

        Task<IUserMessage> SendAsync(RequestOptions o)
        {
            var embeds = DiscordNetMessages.ToEmbeds(message);
            var components = DiscordNetMessages.ToComponents(message);
            return message.File is { } file
                ? messageChannel.SendFileAsync(
                    DiscordNetMessages.ToAttachment(file),
                    message.Content,
                    allowedMentions: mentions,
                    messageReference: reference,
                    components: components,
                    embeds: embeds,
                    options: o)
                : messageChannel.SendMessageAsync(
                    message.Content,
                    allowedMentions: mentions,
                    messageReference: reference,
                    components: components,
                    embeds: embeds,
                    options: o);
        }
    }

    public async Task<IReadOnlyList<ChannelMessage>> GetMessagesAsync(
        ulong channel, ulong after, CancellationToken cancellationToken)
    {
        const string Name = "the messages of a channel";
        const int Limit = DiscordConfig.MaxMessagesPerBatch;
        var messageChannel = await GetMessageChannelAsync(Name, channel, cancellationToken);
        var messages = await CallAsync(Name, GetAsync, cancellationToken);
        // Discord returns the newest first.
        return [.. messages.OrderBy(m => m.Id).Select(DiscordNetMessages.ToChannelMessage)];

        Task<IEnumerable<IMessage>> GetAsync(RequestOptions o) =>
            messageChannel.GetMessagesAsync(after, Direction.After, Limit, CacheMode.AllowDownload, o).FlattenAsync();
    }

    public async Task<ulong> GetPermissionsAsync(
        ulong guild, ulong channel, ulong bot, CancellationToken cancellationToken)
    {
        var found = await CallAsync("a channel", o => Client.Rest.GetChannelAsync(channel, o), cancellationToken);
        if (found is not RestGuildChannel guildChannel || ((IGuildChannel)guildChannel).GuildId != guild) return 0;
        var restGuild = await CallAsync("a guild", o => Client.Rest.GetGuildAsync(guild, o), cancellationToken);
        var member = await CallAsync("a member of a guild", o => restGuild.GetUserAsync(bot, o), cancellationToken);
        return DiscordNetPermissions.Compute(restGuild, member, guildChannel);
    }

    public async Task<ulong?> GetThreadParentAsync(ulong channel, CancellationToken cancellationToken)
    {
        var found = await CallAsync("a channel", o => Client.Rest.GetChannelAsync(channel, o), cancellationToken);
        return (found as RestThreadChannel)?.ParentChannelId;
    }

    public async Task<ulong> OpenDirectMessageChannelAsync(ulong user, CancellationToken cancellationToken)
    {
        // Discord.Net needs the user to open the channel.
        IUser recipient = Client.GetUser(user) as IUser
            ?? await CallAsync("a user", o => Client.Rest.GetUserAsync(user, o), cancellationToken);
        var channel = await CallAsync(
            "the direct messages with a user", recipient.CreateDMChannelAsync, cancellationToken);
        _session?.AddDirectMessageChannel(channel);
        return channel.Id;
    }

    public async Task<ulong?> GetSystemChannelAsync(ulong guild, CancellationToken cancellationToken)
    {
        var restGuild = await CallAsync("a guild", o => Client.Rest.GetGuildAsync(guild, o), cancellationToken);
        return restGuild.SystemChannelId;
    }

    public async Task<IReadOnlyList<ulong>> GetGuildsAsync(CancellationToken cancellationToken)
    {
        List<ulong> guilds = [];
        while (true)
        {
            // Discord.Net doesn't accept 0, and no guild has an id as low as 1.
            var after = guilds.Count == 0 ? 1 : guilds[^1];
            var summaries = await CallAsync(
                "the guilds",
                o => Client.Rest.GetGuildSummariesAsync(after, GuildPageSize, o).FlattenAsync(),
                cancellationToken);
            var page = summaries.ToList();
            guilds.AddRange(page.Select(g => g.Id).Order());
            if (page.Count < GuildPageSize) return guilds;
        }
    }

    private static DiscordUnavailableException CreateNotConnectedException() =>
        new("The bot is not connected to Discord");

    private Task ForwardLog(LogMessage message)
    {
        DiscordNetLogForwarder.Forward(logger, message);
        return Task.CompletedTask;
    }

    private async Task<RestApplication> LogInAsync(
        DiscordShardedClient client, SessionStartLimiter starts, CancellationToken cancellationToken)
    {
        // Discord.Net checks neither the number of session starts nor whether the token is accepted.
        await starts.WaitForStartAsync(cancellationToken);
        return await CallAsync(
            "the application",
            async o =>
            {
                await client.LoginAsync(TokenType.Bot, options.Token, validateToken: false);
                return await client.GetApplicationInfoAsync(o);
            },
            cancellationToken);
    }

    private async Task ServeAsync(
        DiscordShardedClient client,
        DiscordNetSession session,
        IDiscordEventListener events,
        CancellationToken stopping)
    {
        using var halting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await client.StartAsync();
        var restarting = session.RestartShardsAsync(halting.Token);
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, time, halting.Token);
        await Task.WhenAny(stopped, session.Refused, restarting);
        await halting.CancelAsync();
        session.StopEvents();
        // Otherwise Discord.Net would try to connect again while the work is finished.
        if (session.Refused.IsCompleted) await client.StopAsync();
        await events.DrainAsync();
        // From now on calls fail as unavailable, so that they can be retried after a restart. When it is logged out,
        // Discord.Net would refuse them.
        (_client, _session) = (null, null);
        await session.CloseAsync();
        await client.LogoutAsync();
        await restarting;
        if (session.Refused.IsCompletedSuccessfully) throw await session.Refused;
    }

    private async Task<IMessageChannel> GetMessageChannelAsync(
        string purpose, ulong channel, CancellationToken cancellationToken)
    {
        if (_session?.FindChannel(channel) is { } known) return known;
        var found = await CallAsync("a channel", o => Client.Rest.GetChannelAsync(channel, o), cancellationToken);
        if (found is IMessageChannel messageChannel) return messageChannel;
        var reason = string.Create(CultureInfo.InvariantCulture, $"Channel {channel} has no messages");
        throw new RequestRefusedException(purpose, HttpStatusCode.BadRequest, 0, reason, []);
    }

    private Task<T> CallAsync<T>(
        string name, Func<RequestOptions, Task<T>> call, CancellationToken cancellationToken) =>
        _calls.RunAsync(name, call, DiscordNetCalls.DefaultTimeout, cancellationToken);
}
