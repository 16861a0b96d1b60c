using System.Text.Json;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Client.Permissions;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.Discord.Client.Rest.Payloads;

namespace PolicyBot.Discord.Client;

/// <summary>The way to Discord on the platform's own HTTP client and web sockets.</summary>
internal sealed class BuiltInConnection(DiscordClientOptions options, DiscordHttpClient http, TimeProvider time, Random random, ILogger<BuiltInConnection> logger)
    : IDiscordConnection
{
    private const int MessagesAtOnce = 100;
    private const int GuildsAtOnce = 200;

    public async Task RunAsync(IDiscordEventListener events, CancellationToken stopping)
    {
        using var starts = new SessionStartLimiter(http, time, logger);
        var surroundings = new ShardContext(options.Token, starts, events, (i, a, t) => new RestInteractionResponder(http, i, a, t), time, random, logger);
        if (await RetryUntilStopped.RunAsync(starts.GetGatewayAsync, time, random, logger, stopping) is not { } gateway) return;

        var count = options.Shards ?? gateway.Shards;
        using var halting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var closing = new CancellationTokenSource();
        var shards = Enumerable.Range(0, count).Select(n => new Shard(n, count, surroundings).RunAsync(halting.Token, closing.Token)).ToList();
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, time, halting.Token);
        // A shard ends of its own accord only where Discord refuses it; then the others end too.
        await Task.WhenAny([stopped, .. shards]);
        await halting.CancelAsync();
        await events.DrainAsync();
        await closing.CancelAsync();
        await Task.WhenAll(shards);
    }

    public async Task<bool> RegisterCommandsAsync(ulong application, ulong? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken)
    {
        IReadOnlyList<CommandPayload> wanted = [.. commands.Select(c => CommandPayload.From(c, isGlobal: guild is null))];
        var known = await http.SendAsync(Routes.GetCommands(application, guild), DiscordJson.Default.IReadOnlyListCommandPayload, cancellationToken);
        // Discord lists them in an order of its own.
        if (known.Count == wanted.Count && wanted.All(w => known.Any(w.IsEquivalentTo))) return false;
        var body = JsonSerializer.SerializeToUtf8Bytes(wanted, DiscordJson.Default.IReadOnlyListCommandPayload);
        await http.SendAsync(Routes.OverwriteCommands(application, guild) with { Body = body }, cancellationToken);
        return true;
    }

    public async Task<ulong> SendMessageAsync(ulong channel, OutgoingMessage message, string nonce, ulong? replyTo, CancellationToken cancellationToken)
    {
        var payload = MessagePayload.From(message with { IsPrivate = false }) with { Nonce = nonce, EnforceNonce = true };
        if (replyTo is { } id) payload = payload with { MessageReference = MessageReferencePayload.From(id), AllowedMentions = AllowedMentionsPayload.NoneInReply };
        var body = JsonSerializer.SerializeToUtf8Bytes(payload, DiscordJson.Default.MessagePayload);
        // The nonce keeps a repeat from posting twice.
        var request = Routes.CreateMessage(channel) with { Body = body, File = message.File, IsIdempotent = true };
        return (await http.SendAsync(request, DiscordJson.Default.IdPayload, cancellationToken)).Id;
    }

    public async Task<IReadOnlyList<ChannelMessage>> GetMessagesAsync(ulong channel, ulong after, CancellationToken cancellationToken)
    {
        var messages = await http.SendAsync(Routes.GetMessages(channel, after, MessagesAtOnce), DiscordJson.Default.IReadOnlyListReadMessagePayload, cancellationToken)
            ;
        // Discord gives the newest first.
        return [.. messages.Select(m => m.ToMessage()).OrderBy(m => m.Id)];
    }

    public async Task<ulong> GetPermissionsAsync(ulong guild, ulong channel, ulong bot, CancellationToken cancellationToken)
    {
        var place = await http.SendAsync(Routes.GetChannel(channel), DiscordJson.Default.ChannelPayload, cancellationToken);
        // Whoever may manage one guild has no say over another's channels.
        if (place.GuildId != guild) return 0;
        var roles = (await http.SendAsync(Routes.GetGuild(guild), DiscordJson.Default.GuildPayload, cancellationToken)).Roles;
        var own = (await http.SendAsync(Routes.GetMember(guild, bot), DiscordJson.Default.GuildMemberPayload, cancellationToken)).Roles;
        return ChannelPermissions.Compute(guild, bot, own, roles, place.PermissionOverwrites ?? []);
    }

    public async Task<ulong> OpenDirectMessageChannelAsync(ulong user, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(RecipientPayload.From(user), DiscordJson.Default.RecipientPayload);
        return (await http.SendAsync(Routes.CreateDirectMessageChannel with { Body = body }, DiscordJson.Default.IdPayload, cancellationToken)).Id;
    }

    public async Task<ulong?> GetSystemChannelAsync(ulong guild, CancellationToken cancellationToken) =>
        (await http.SendAsync(Routes.GetGuild(guild), DiscordJson.Default.GuildPayload, cancellationToken)).SystemChannelId;

    public async Task<IReadOnlyList<ulong>> GetGuildsAsync(CancellationToken cancellationToken)
    {
        List<ulong> guilds = [];
        while (true)
        {
            var after = guilds.Count == 0 ? 0 : guilds[^1];
            var page = await http.SendAsync(Routes.GetGuilds(after, GuildsAtOnce), DiscordJson.Default.IReadOnlyListIdPayload, cancellationToken);
            guilds.AddRange(page.Select(g => g.Id).Order());
            if (page.Count < GuildsAtOnce) return guilds;
        }
    }
}
