using System.Text.Json;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway;
using PolicyBot.Discord.Client.Gateway.Events;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Client.Permissions;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.Discord.Client.Rest.Payloads;

namespace PolicyBot.Discord.Client;

/// <summary>A connection to Discord with .NET's HTTP client and web sockets, without another library.</summary>
internal sealed class BuiltInConnection(
    DiscordClientOptions options,
    DiscordHttpClient http,
    GatewayStatus status,
    TimeProvider time,
    Random random,
    ILogger<BuiltInConnection> logger,
    IIdentifyTurns? turns = null) : IDiscordConnection
{
    private const int MessagePageSize = 100;
    private const int GuildPageSize = 200;

    private static ReadOnlySpan<byte> SampleEvent =>
        """
        {
          "id": "1", "application_id": "2", "type": 2, "token": "", "guild_id": "3", "channel_id": "4",
          "channel": { "id": "4", "type": 0 },
          "authorizing_integration_owners": { "0": "3" },
          "member": { "user": { "id": "5", "username": "" }, "roles": ["6"], "permissions": "0" },
          "data": { "id": "7", "name": "ask", "type": 1, "options": [{ "name": "question", "type": 3, "value": "" }] }
        }
        """u8;

    public async Task RunAsync(IDiscordEventListener events, CancellationToken stopping)
    {
        using var starts = new SessionStartLimiter(http, time, logger);
        var gateway = await RetryUntilStopped.RunAsync(starts.GetGatewayAsync, time, random, logger, stopping);
        if (gateway is null) return;

        var count = options.Shards ?? gateway.Shards;
        var ids = options.ShardIds ?? [.. Enumerable.Range(0, count)];
        status.SetShards(ids);
        var identifies = new IdentifyQueue(turns, starts, count, time, random);
        var context = new ShardContext(
            options.Token, starts, identifies, events, status, CreateResponder, time, random, logger);
        using var halting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var closing = new CancellationTokenSource();
        var shards = ids
            .Select(n => new Shard(n, count, context).RunAsync(halting.Token, closing.Token))
            .ToList();
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, time, halting.Token);
        // A shard ends early only if Discord refuses the connection. Then the others stop, too.
        await Task.WhenAny([stopped, .. shards]);
        await halting.CancelAsync();
        await events.DrainAsync();
        await closing.CancelAsync();
        await Task.WhenAll(shards);
    }

    public void WarmUp(OutgoingMessage message)
    {
        EventReader.ReadInteraction(SampleEvent, time.GetTimestamp(), CreateResponder);
        JsonSerializer.SerializeToUtf8Bytes(
            CallbackPayload.Message(MessagePayload.From(message)), DiscordJson.Default.CallbackPayload);
    }

    public async Task<bool> RegisterCommandsAsync(
        ulong application,
        ulong? guild,
        IReadOnlyList<ApplicationCommand> commands,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<CommandPayload> wanted =
            [.. commands.Select(c => CommandPayload.From(c, isGlobal: guild is null))];
        var registered = await http.SendAsync(
            Routes.GetCommands(application, guild),
            DiscordJson.Default.IReadOnlyListCommandPayload,
            cancellationToken);
        // Discord returns them in any order.
        if (registered.Count == wanted.Count && wanted.All(w => registered.Any(w.IsEquivalentTo))) return false;
        var body = JsonSerializer.SerializeToUtf8Bytes(wanted, DiscordJson.Default.IReadOnlyListCommandPayload);
        await http.SendAsync(Routes.OverwriteCommands(application, guild) with { Body = body }, cancellationToken);
        return true;
    }

    public Task<GuildCommandOverwrites> GetCommandOverwritesAsync(
        ulong application, ulong guild, bool isGlobal, TimeSpan timeout, CancellationToken cancellationToken) =>
        CommandOverwriteReader.ReadAsync(http, application, guild, isGlobal, timeout, cancellationToken);

    public async Task<ulong> SendMessageAsync(
        ulong channel, OutgoingMessage message, string nonce, ulong? replyTo, CancellationToken cancellationToken)
    {
        var payload = MessagePayload.From(message with { IsPrivate = false }) with
        {
            Nonce = nonce,
            EnforceNonce = true,
        };
        if (replyTo is { } id)
        {
            payload = payload with
            {
                MessageReference = MessageReferencePayload.From(id),
                AllowedMentions = AllowedMentionsPayload.NoneInReply,
            };
        }

        var request = Routes.CreateMessage(channel) with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(payload, DiscordJson.Default.MessagePayload),
            File = message.File,
            // Because of the nonce.
            IsIdempotent = true,
        };
        return (await http.SendAsync(request, DiscordJson.Default.IdPayload, cancellationToken)).Id;
    }

    public async Task<IReadOnlyList<ChannelMessage>> GetMessagesAsync(
        ulong channel, ulong after, CancellationToken cancellationToken)
    {
        var messages = await http.SendAsync(
            Routes.GetMessages(channel, after, MessagePageSize),
            DiscordJson.Default.IReadOnlyListChannelMessagePayload,
            cancellationToken);
        // Discord returns the newest first.
        return [.. messages.Select(m => m.ToMessage()).OrderBy(m => m.Id)];
    }

    public async Task<ulong> GetPermissionsAsync(
        ulong guild, ulong channel, ulong bot, CancellationToken cancellationToken)
    {
        var channelPayload = await http.SendAsync(
            Routes.GetChannel(channel), DiscordJson.Default.ChannelPayload, cancellationToken);
        if (channelPayload.GuildId != guild) return 0;
        var guildPayload = await http.SendAsync(
            Routes.GetGuild(guild), DiscordJson.Default.GuildPayload, cancellationToken);
        var member = await http.SendAsync(
            Routes.GetMember(guild, bot), DiscordJson.Default.GuildMemberPayload, cancellationToken);
        return ChannelPermissions.Compute(
            guild, bot, member.Roles, guildPayload.Roles, channelPayload.PermissionOverwrites ?? []);
    }

    public async Task<ulong?> GetThreadParentAsync(ulong channel, CancellationToken cancellationToken) =>
        (await http.SendAsync(Routes.GetChannel(channel), DiscordJson.Default.ChannelPayload, cancellationToken))
        .ThreadParentId;

    public async Task<ulong> OpenDirectMessageChannelAsync(ulong user, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            RecipientPayload.From(user), DiscordJson.Default.RecipientPayload);
        var request = Routes.CreateDirectMessageChannel with { Body = body };
        return (await http.SendAsync(request, DiscordJson.Default.IdPayload, cancellationToken)).Id;
    }

    public async Task<ulong?> GetSystemChannelAsync(ulong guild, CancellationToken cancellationToken)
    {
        var payload = await http.SendAsync(
            Routes.GetGuild(guild), DiscordJson.Default.GuildPayload, cancellationToken);
        return payload.SystemChannelId;
    }

    public async Task<IReadOnlyList<ulong>> GetGuildsAsync(CancellationToken cancellationToken)
    {
        List<ulong> guilds = [];
        while (true)
        {
            var after = guilds.Count == 0 ? 0 : guilds[^1];
            var page = await http.SendAsync(
                Routes.GetGuilds(after, GuildPageSize), DiscordJson.Default.IReadOnlyListIdPayload, cancellationToken);
            guilds.AddRange(page.Select(g => g.Id).Order());
            if (page.Count < GuildPageSize) return guilds;
        }
    }

    private RestInteractionResponder CreateResponder(ulong interaction, ulong application, string token) =>
        new(http, interaction, application, token);
}
