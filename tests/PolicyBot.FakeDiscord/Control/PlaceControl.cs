using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Changing where the bot is and what it may do there.</summary>
internal sealed class PlaceControl(DiscordServer server)
{
    private static readonly Dictionary<string, ulong> Known = new(StringComparer.Ordinal)
    {
        ["view_channel"] = PermissionBits.ViewChannel,
        ["send_messages"] = PermissionBits.SendMessages,
        ["embed_links"] = PermissionBits.EmbedLinks,
        ["attach_files"] = PermissionBits.AttachFiles,
        ["read_message_history"] = PermissionBits.ReadMessageHistory,
    };

    private readonly Places _places = new(server);

    public IReadOnlyList<ControlRoute> Routes =>
    [
        new("POST",
            "/permissions",
            $"deny the bot some of: {string.Join(", ", Known.Keys)}; in place of what it was denied there before, so [] allows all again",
            """{"channel":"questions","deny":["send_messages"]}""",
            Deny),
        new("POST", "/channels/delete", "delete a channel", """{"channel":"news"}""", Delete),
        new("POST", "/guilds/leave", "the bot is removed from a guild, from the first if none is given", """{"guild":"123"}""", Leave),
        new("POST", "/guilds/join", "the bot is added to a guild again", """{"guild":"123"}""", Join),
        new("POST",
            "/guilds/system-channel",
            "set where a guild's own notices stand; without a channel nowhere",
            """{"channel":"questions"}""",
            SetSystemChannel),
        new("POST",
            "/users/direct-messages",
            "a person takes no direct messages from the bot, or with refuse false takes them again",
            """{"user":"ada","refuse":true}""",
            RefuseDirectMessages),
    ];

    private Task<ControlReply> Deny(ControlCall call)
    {
        var input = call.Input("channel", "deny");
        var channel = GuildChannel(input.OptionalText("channel"));
        var named = input.Texts("deny");
        if (named.FirstOrDefault(name => !Known.ContainsKey(name)) is { } unknown)
            throw new ControlException($"There is no permission {unknown} here, but: {string.Join(", ", Known.Keys)}.");
        server.Deny(channel, named.Aggregate(0UL, (sum, name) => sum | Known[name]));
        var may = Known.Where(bit => (server.PermissionsIn(channel) & bit.Value) != 0).Select(bit => (JsonNode)bit.Key);
        return Reply(new JsonObject { ["channel"] = _places.Describe(channel), ["may"] = new JsonArray([.. may]) });
    }

    private Task<ControlReply> Delete(ControlCall call)
    {
        var channel = GuildChannel(call.Input("channel").Text("channel"));
        server.Delete(channel);
        return Reply(new JsonObject { ["deleted"] = _places.Describe(channel) });
    }

    private Task<ControlReply> Leave(ControlCall call)
    {
        var guild = Guild(call.Input("guild"));
        server.Leave(guild);
        return Reply(new JsonObject { ["left"] = $"{guild.Name} ({guild.Id})" });
    }

    private Task<ControlReply> Join(ControlCall call)
    {
        var guild = Guild(call.Input("guild"));
        server.Join(guild);
        return Reply(new JsonObject { ["joined"] = $"{guild.Name} ({guild.Id})" });
    }

    private Task<ControlReply> SetSystemChannel(ControlCall call)
    {
        var input = call.Input("guild", "channel");
        var channel = input.OptionalText("channel") is { } name ? GuildChannel(name) : null;
        var guild = input.OptionalText("guild") is null && channel?.GuildId is { } id ? _places.Guild($"{id}") : Guild(input);
        server.SetSystemChannel(guild, channel);
        return Reply(new JsonObject { ["guild"] = guild.Name, ["channel"] = channel is null ? null : _places.Describe(channel) });
    }

    private Task<ControlReply> RefuseDirectMessages(ControlCall call)
    {
        var input = call.Input("user", "refuse");
        var user = _places.User(input.OptionalText("user"));
        var refuses = input.Flag("refuse", otherwise: true);
        server.RefuseDirectMessages(user, refuses);
        return Reply(new JsonObject { ["user"] = user.Name, ["refuses"] = refuses });
    }

    private DiscordGuild Guild(ControlInput input) =>
        input.OptionalText("guild") is { } id ? _places.Guild(id) : server.Guild;

    private DiscordChannel GuildChannel(string? name)
    {
        var channel = _places.Channel(name, server.User);
        return channel.GuildId is not null ? channel : throw new ControlException("Direct messages have no permissions and cannot be deleted.");
    }

    private static Task<ControlReply> Reply(JsonObject body) => Task.FromResult(ControlReply.Json(body));
}
