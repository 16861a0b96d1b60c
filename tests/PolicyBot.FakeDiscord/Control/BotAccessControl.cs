using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Changes the bot's permissions in a channel.</summary>
internal sealed class BotAccessControl(FakeDiscordServer server)
{
    private static readonly Dictionary<string, ulong> Known = new(StringComparer.Ordinal)
    {
        ["view_channel"] = PermissionBits.ViewChannel,
        ["send_messages"] = PermissionBits.SendMessages,
        ["embed_links"] = PermissionBits.EmbedLinks,
        ["attach_files"] = PermissionBits.AttachFiles,
        ["read_message_history"] = PermissionBits.ReadMessageHistory,
    };

    private readonly EntityFinder _finder = new(server);

    public IReadOnlyList<ControlRoute> Routes =>
    [
        new("POST",
            "/permissions",
            $"deny the bot some of: {string.Join(", ", Known.Keys)}; replaces the earlier denials, so [] allows "
                + "everything again",
            """{"channel":"questions","deny":["send_messages"]}""",
            Deny),
    ];

    private Task<ControlResponse> Deny(ControlRequest call)
    {
        var input = call.ReadInput("channel", "deny");
        var channel = FindGuildChannel(input.OptionalText("channel"));
        var named = input.Texts("deny");
        if (named.FirstOrDefault(name => !Known.ContainsKey(name)) is { } unknown)
            throw new ControlException($"There is no permission {unknown} here, but: {string.Join(", ", Known.Keys)}.");
        server.DenyBot(channel, named.Aggregate(0UL, (sum, name) => sum | Known[name]));
        var may =
            Known.Where(bit => (server.GetBotPermissions(channel) & bit.Value) != 0).Select(bit => (JsonNode)bit.Key);
        return Reply(new JsonObject { ["channel"] = _finder.Describe(channel), ["may"] = new JsonArray([.. may]) });
    }

    private DiscordChannel FindGuildChannel(string? name)
    {
        var channel = _finder.FindChannel(name, server.User);
        return channel.GuildId is not null
            ? channel
            : throw new ControlException("Direct messages have no permissions.");
    }

    private static Task<ControlResponse> Reply(JsonObject body) => Task.FromResult(ControlResponse.Json(body));
}
