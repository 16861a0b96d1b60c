using System.Globalization;
using Discord;
using Discord.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.Discord.Client.Rest.Payloads;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.DiscordNet.Rest;
using PolicyBot.DiscordNet.Conversion;
using PolicyBot.DiscordNet.Conversion;
using PolicyBot.DiscordNet.Conversion;

namespace PolicyBot.DiscordNet;

/// <summary>The way to Discord on the library Discord.Net.</summary>
internal sealed class DiscordNetConnection(DiscordClientOptions options, DiscordHttpClient http, TimeProvider time, Random random, ILogger<DiscordNetConnection> logger)
    : IDiscordConnection
{
    private const int GuildsAtOnce = DiscordConfig.MaxGuildsPerBatch;

    private readonly DiscordNetCalls _calls = new(time);
    private volatile DiscordShardedClient? _library;
    private volatile DiscordNetSession? _session;

    public async Task RunAsync(IDiscordEventListener events, CancellationToken stopping)
    {
        using var starts = new SessionStartLimiter(http, time, logger);
        if (await RetryUntilStopped.RunAsync(starts.GetGatewayAsync, time, random, logger, stopping) is not { } gateway) return;
        var client = new DiscordShardedClient(DiscordNetSettings.Of(options.Shards ?? gateway.Shards, gateway.SessionStartLimit.MaxConcurrency, http, time));
        await using var disposing = client;
        client.Log += Told;
        if (await RetryUntilStopped.RunAsync(c => LogInAsync(client, starts, c), time, random, logger, stopping) is { } application)
        {
            var serving = new DiscordNetSession(client, application.Id, events, _calls, time, logger);
            (_library, _session) = (client, serving);
            await ServeAsync(client, serving, events, stopping);
        }
    }

    public async Task<bool> RegisterCommandsAsync(ulong application, ulong? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken)
    {
        var rest = _session?.FirstReady?.Rest ?? throw NotConnected();
        IReadOnlyList<CommandPayload> wanted = [.. commands.Select(c => CommandPayload.From(c, isGlobal: guild is null))];
        var known = (await CallAsync("the commands", KnownAsync, cancellationToken)).Select(DiscordNetCommands.Read).ToList();
        // Discord lists them in an order of its own.
        if (known.Count == wanted.Count && wanted.All(w => known.Any(w.IsEquivalentTo))) return false;
        await CallAsync("the registration of the commands", OverwriteAsync, cancellationToken);
        return true;

        async Task<IReadOnlyCollection<IApplicationCommand>> KnownAsync(RequestOptions o) => guild is { } id
            ? await rest.GetGuildApplicationCommands(id, options: o)
            : await rest.GetGlobalApplicationCommands(options: o);

        async Task<IReadOnlyCollection<IApplicationCommand>> OverwriteAsync(RequestOptions o)
        {
            ApplicationCommandProperties[] all = [.. commands.Select(c => DiscordNetCommands.Of(c, isGlobal: guild is null))];
            return guild is { } id
                ? await rest.BulkOverwriteGuildCommands(all, id, o)
                : await rest.BulkOverwriteGlobalCommands(all, o);
        }
    }

    public async Task<ulong> SendMessageAsync(ulong channel, OutgoingMessage message, string nonce, ulong? replyTo, CancellationToken cancellationToken)
    {
        var place = await FindAsync("a message", channel, cancellationToken);
        var mentions = replyTo is null ? DiscordNetMessages.Nobody : DiscordNetMessages.NobodyEvenIfRepliedTo;
        var reference = replyTo is { } id ? new MessageReference(id, failIfNotExists: false) : null;
        var posted = await _calls.RunAsync("a message", SendAsync, DiscordNetCalls.DefaultTimeout, cancellationToken, message.File, nonce);
        return posted.Id;

        Task<IUserMessage> SendAsync(RequestOptions o)
        {
            var (embeds, components) = (DiscordNetMessages.Embeds(message), DiscordNetMessages.Components(message));
            return message.File is { } file
                ? place.SendFileAsync(
                    DiscordNetMessages.Attachment(file), allowedMentions: mentions, messageReference: reference, components: components, embeds: embeds, options: o)
                : place.SendMessageAsync(allowedMentions: mentions, messageReference: reference, components: components, embeds: embeds, options: o);
        }
    }

    public async Task<IReadOnlyList<ChannelMessage>> GetMessagesAsync(ulong channel, ulong after, CancellationToken cancellationToken)
    {
        const string Name = "the messages of a channel";
        var place = await FindAsync(Name, channel, cancellationToken);
        var messages = await CallAsync(
            Name,
            o => place.GetMessagesAsync(after, Direction.After, DiscordConfig.MaxMessagesPerBatch, CacheMode.AllowDownload, o).FlattenAsync(),
            cancellationToken);
        // Discord gives the newest first.
        return [.. messages.OrderBy(m => m.Id).Select(DiscordNetMessages.Read)];
    }

    public async Task<ulong> GetPermissionsAsync(ulong guild, ulong channel, ulong bot, CancellationToken cancellationToken)
    {
        var place = await CallAsync("a channel", o => Library.Rest.GetChannelAsync(channel, o), cancellationToken);
        // Whoever may manage one guild has no say over another’s channels.
        if (place is not RestGuildChannel within || (within as IGuildChannel).GuildId != guild) return 0;
        var whole = await CallAsync("a guild", o => Library.Rest.GetGuildAsync(guild, o), cancellationToken);
        var member = await CallAsync("a member of a guild", o => whole.GetUserAsync(bot, o), cancellationToken);
        return DiscordNetPermissions.Of(whole, member, within);
    }

    public async Task<ulong> OpenDirectMessageChannelAsync(ulong user, CancellationToken cancellationToken)
    {
        // The library opens them with nobody whom it does not know.
        IUser recipient = Library.GetUser(user) as IUser ?? await CallAsync("a user", o => Library.Rest.GetUserAsync(user, o), cancellationToken);
        var channel = await CallAsync("the direct messages with a user", recipient.CreateDMChannelAsync, cancellationToken);
        _session?.Remember(channel);
        return channel.Id;
    }

    public async Task<ulong?> GetSystemChannelAsync(ulong guild, CancellationToken cancellationToken) =>
        (await CallAsync("a guild", o => Library.Rest.GetGuildAsync(guild, o), cancellationToken)).SystemChannelId;

    public async Task<IReadOnlyList<ulong>> GetGuildsAsync(CancellationToken cancellationToken)
    {
        List<ulong> guilds = [];
        while (true)
        {
            // The library takes no 0 to begin at, and no guild has so low an id.
            var after = guilds.Count == 0 ? 1 : guilds[^1];
            var page = (await CallAsync("the guilds", o => Library.Rest.GetGuildSummariesAsync(after, GuildsAtOnce, o).FlattenAsync(), cancellationToken)).ToList();
            guilds.AddRange(page.Select(g => g.Id).Order());
            if (page.Count < GuildsAtOnce) return guilds;
        }
    }

    private DiscordShardedClient Library => _library ?? throw NotConnected();

    private static DiscordUnavailableException NotConnected() => new("There is no connection yet");

    private Task Told(LogMessage message)
    {
        LibraryLog.Told(logger, message);
        return Task.CompletedTask;
    }

    private async Task<RestApplication> LogInAsync(DiscordShardedClient client, SessionStartLimiter starts, CancellationToken cancellationToken)
    {
        // The library looks neither at how many session starts are left nor at whether it is let in.
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

    private async Task ServeAsync(DiscordShardedClient client, DiscordNetSession serving, IDiscordEventListener events, CancellationToken stopping)
    {
        using var halting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await client.StartAsync();
        var reviving = serving.ReviveAsync(halting.Token);
        await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, time, halting.Token), serving.Refused, reviving);
        await halting.CancelAsync();
        serving.PassOver();
        // What was refused the library would try again all the while.
        if (serving.Refused.IsCompleted) await client.StopAsync();
        await events.DrainAsync();
        // Logged out, the library would refuse what may well be done at the next start.
        (_library, _session) = (null, null);
        await serving.CloseAsync();
        await client.LogoutAsync();
        await reviving;
        if (serving.Refused.IsCompletedSuccessfully) throw await serving.Refused;
    }

    private async Task<IMessageChannel> FindAsync(string purpose, ulong channel, CancellationToken cancellationToken) =>
        _session?.Channel(channel)
        ?? await CallAsync("a channel", o => Library.Rest.GetChannelAsync(channel, o), cancellationToken) as IMessageChannel
        ?? throw new RequestRefusedException(
            purpose, System.Net.HttpStatusCode.BadRequest, 0, string.Create(CultureInfo.InvariantCulture, $"Channel {channel} has no messages"), []);

    private Task<T> CallAsync<T>(string name, Func<RequestOptions, Task<T>> call, CancellationToken cancellationToken) =>
        _calls.RunAsync(name, call, DiscordNetCalls.DefaultTimeout, cancellationToken);
}
