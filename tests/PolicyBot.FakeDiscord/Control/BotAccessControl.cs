using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Changing where the bot is and what it may do there.</summary>
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
            $"deny the bot some of: {string.Join(", ", Known.Keys)}; in place of what it was denied there before, so "
                + "[] allows all again",
            """{"channel":"questions","deny":["send_messages"]}""",
            Deny),
        new("POST", "/channels/delete", "delete a channel", """{"channel":"news"}""", Delete),
        new(
            "POST", "/guilds/leave", "the bot is removed from a guild, from the first if none is given",
            """{"guild":"123"}""", Leave),
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

    private Task<ControlResponse> Deny(ControlRequest call)
    {
        var input = call.ReadInput("channel", "deny");
        var channel = GuildChannel(input.OptionalText("channel"));
        var named = input.Texts("deny");
        if (named.FirstOrDefault(name => !Known.ContainsKey(name)) is { } unknown)
            throw new ControlException($"There is no permission {unknown} here, but: {string.Join(", ", Known.Keys)}.");
        server.DenyBot(channel, named.Aggregate(0UL, (sum, name) => sum | Known[name]));
        var may =
            Known.Where(bit => (server.GetBotPermissions(channel) & bit.Value) != 0).Select(bit => (JsonNode)bit.Key);
        return Reply(new JsonObject { ["channel"] = _finder.Describe(channel), ["may"] = new JsonArray([.. may]) });
    }

    private Task<ControlResponse> Delete(ControlRequest call)
    {
        var channel = GuildChannel(call.ReadInput("channel").Text("channel"));
        server.DeleteChannel(channel);
        return Reply(new JsonObject { ["deleted"] = _finder.Describe(channel) });
    }

    private Task<ControlResponse> Leave(ControlRequest call)
    {
        var guild = Guild(call.ReadInput("guild"));
        server.RemoveBot(guild);
        return Reply(new JsonObject { ["left"] = $"{guild.Name} ({guild.Id})" });
    }

    private Task<ControlResponse> Join(ControlRequest call)
    {
        var guild = Guild(call.ReadInput("guild"));
        server.AddBot(guild);
        return Reply(new JsonObject { ["joined"] = $"{guild.Name} ({guild.Id})" });
    }

    private Task<ControlResponse> SetSystemChannel(ControlRequest call)
    {
        var input = call.ReadInput("guild", "channel");
        var channel = input.OptionalText("channel") is { } name ? GuildChannel(name) : null;
        var guild = input.OptionalText("guild") is null && channel?.GuildId is { } id
            ? _finder.FindGuild($"{id}")
            : Guild(input);
        server.SetSystemChannel(guild, channel);
        return Reply(
            new JsonObject
            {
                ["guild"] = guild.Name,
                ["channel"] = channel is null ? null : _finder.Describe(channel)
            });
    }

    private Task<ControlResponse> RefuseDirectMessages(ControlRequest call)
    {
        var input = call.ReadInput("user", "refuse");
        var user = _finder.FindUser(input.OptionalText("user"));
        var refuses = input.Flag("refuse", otherwise: true);
        server.RefuseDirectMessages(user, refuses);
        return Reply(new JsonObject { ["user"] = user.Name, ["refuses"] = refuses });
    }

    private DiscordGuild Guild(ControlInput input) =>
        input.OptionalText("guild") is { } id ? _finder.FindGuild(id) : server.Guild;

    private DiscordChannel GuildChannel(string? name)
    {
        var channel = _finder.FindChannel(name, server.User);
        return channel.GuildId is not null
            ? channel
            : throw new ControlException("Direct messages have no permissions and cannot be deleted.");
    }

    private static Task<ControlResponse> Reply(JsonObject body) => Task.FromResult(ControlResponse.Json(body));
}
