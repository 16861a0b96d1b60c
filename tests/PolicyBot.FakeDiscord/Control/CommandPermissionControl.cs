using System.Globalization;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Sets who may use the bot's commands in the first guild.</summary>
internal sealed class CommandPermissionControl(FakeDiscordServer server)
{
    private readonly EntityFinder _finder = new(server);

    public IReadOnlyList<ControlRoute> Routes =>
    [
        new("POST",
            "/command-permissions",
            "set who may use a command (without command: all of them) as @user, @everyone, role id, #channel or #all; "
                + "replaces what was set earlier",
            """{"command":"daily","allow":["@ada"],"deny":["#questions"]}""",
            Set),
    ];

    private Task<ControlResponse> Set(ControlRequest call)
    {
        var input = call.ReadInput("command", "allow", "deny");
        List<CommandOverwrite> overwrites =
        [
            .. input.OptionalTexts("allow").Select(name => Find(name, isAllowed: true)),
            .. input.OptionalTexts("deny").Select(name => Find(name, isAllowed: false)),
        ];
        server.SetCommandPermissions(
            server.Guild, input.OptionalText("command")?.TrimStart('/'), [.. overwrites]);
        return Task.FromResult(ControlResponse.Json(new JsonArray([.. overwrites.Select(Describe)])));
    }

    private static JsonNode Describe(CommandOverwrite overwrite) => new JsonObject
    {
        ["id"] = overwrite.Id.ToString(CultureInfo.InvariantCulture),
        ["type"] = overwrite.Type,
        ["permission"] = overwrite.IsAllowed,
    };

    private CommandOverwrite Find(string name, bool isAllowed) => name switch
    {
        "@everyone" => new(server.Guild.Id, CommandOverwrite.Role, isAllowed),
        "#all" => new(server.Guild.Id - 1, CommandOverwrite.Channel, isAllowed),
        ['@', .. var user] => new(_finder.FindUser(user).Id, CommandOverwrite.User, isAllowed),
        ['#', .. var channel] => new(_finder.FindChannel(channel, server.User).Id, CommandOverwrite.Channel, isAllowed),
        _ when JsonReading.ParseId(name) is { } role => new(role, CommandOverwrite.Role, isAllowed),
        _ => throw new ControlException($"\"{name}\" is none of @user, @everyone, a role's id, #channel and #all."),
    };
}
