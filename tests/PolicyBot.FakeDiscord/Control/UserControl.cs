using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Acts as a user.</summary>
internal sealed class UserControl(FakeDiscordServer server)
{
    private readonly EntityFinder _finder = new(server);

    public IReadOnlyList<ControlRoute> Routes =>
    [
        new(
            "POST", "/messages", "write a message; mention names the bot first, silent makes a reply_to ping nobody",
            """{"content":"who wrote it?","mention":true}""", Write),
        new(
            "POST", "/commands", "use a command and see its answer",
            """{"name":"ask","options":{"question":"who wrote it?"}}""", Use),
        new(
            "POST", "/autocomplete", "type an option's value", """{"command":"quote","option":"id","typed":"enc"}""",
            Complete),
        new("POST", "/press", "press a button, by label or custom_id", """{"message":"last","button":"More"}""", Press),
        new("POST", "/select", "select by label or value", """{"message":"last","values":["Summary"]}""", Select),
        new(
            "POST", "/submit", "submit the open modal; a field without a value keeps what it contains",
            """{"fields":{"text":"typed","menu":["Summary"]}}""", Submit),
        new("POST", "/users", "add a person", """{"name":"grace","moderator":true}""", AddUser),
        new("POST", "/channels", "add a channel", """{"name":"news"}""", AddChannel),
        new("POST", "/threads", "start a thread", """{"name":"details","channel":"questions"}""", AddThread),
    ];

    private Task<ControlResponse> Write(ControlRequest call)
    {
        var input = call.ReadInput("content", "channel", "user", "mention", "reply_to", "silent");
        var user = _finder.FindUser(input.OptionalText("user"));
        var channel = _finder.FindChannel(input.OptionalText("channel"), user);
        var content = input.Text("content");
        var replyTo = input.OptionalText("reply_to") is { } target ? _finder.FindMessage(target) : null;
        if (input.Flag("mention"))
            content = $"<@{server.Bot.UserId}> {content}";
        var message = server.SendMessage(content, channel, user, replyTo, pings: !input.Flag("silent"));
        return Task.FromResult(ControlResponse.Json(MessageFormatter.Describe(message)));
    }

    private Task<ControlResponse> Use(ControlRequest call)
    {
        var input = call.ReadInput("name", "options", "user", "channel", "message");
        var user = _finder.FindUser(input.OptionalText("user"));
        var channel = _finder.FindChannel(input.OptionalText("channel"), user);
        var name = input.Text("name").TrimStart('/');
        var interaction = input.OptionalText("message") is { } target
            ? server.UseMessageCommand(name, _finder.FindMessage(target), user)
            : server.UseCommand(name, Options(name, input, channel), channel, user);
        return AnswerView.WaitAsync(interaction, call.Cancellation);
    }

    private Task<ControlResponse> Complete(ControlRequest call)
    {
        var input = call.ReadInput("command", "option", "typed", "options", "user", "channel");
        var user = _finder.FindUser(input.OptionalText("user"));
        var channel = _finder.FindChannel(input.OptionalText("channel"), user);
        var name = input.Text("command").TrimStart('/');
        var interaction = server.Autocomplete(
            name,
            input.Text("option"),
            input.OptionalText("typed") ?? "",
            Options(name, input, channel),
            channel,
            user);
        return AnswerView.WaitAsync(interaction, call.Cancellation);
    }

    private Task<ControlResponse> Press(ControlRequest call)
    {
        var input = call.ReadInput("message", "button", "user");
        var message = _finder.FindMessage(input.Text("message"));
        var named = input.Text("button");
        var buttons = ComponentsOf(message, ComponentType.Button);
        var button = buttons.FirstOrDefault(
            component => component.Text("custom_id"u8) == named || component.Text("label"u8) == named);
        if (button.Text("custom_id"u8) is not { } customId)
        {
            throw new ControlException(
                $"The message has no button {named}, but: "
                    + $"{string.Join(", ", buttons.Select(component => component.Text("label"u8)))}.");
        }

        return AnswerView.WaitAsync(server.Press(message, customId, ActingUser(input)), call.Cancellation);
    }

    private Task<ControlResponse> Select(ControlRequest call)
    {
        var input = call.ReadInput("message", "select", "values", "user");
        var message = _finder.FindMessage(input.Text("message"));
        var named = input.OptionalText("select");
        var selects = ComponentsOf(message, ComponentType.StringSelect);
        var select = selects.FirstOrDefault(component => named is null || component.Text("custom_id"u8) == named);
        if (select.Text("custom_id"u8) is not { } customId)
            throw new ControlException($"The message has no select {named}.");
        return AnswerView.WaitAsync(
            server.Select(message, customId, ToValues(select, input.Texts("values")), ActingUser(input)),
            call.Cancellation);
    }

    private Task<ControlResponse> Submit(ControlRequest call)
    {
        var input = call.ReadInput("fields", "user");
        var opener = _finder.FindOpenModal(_finder.FindUser(input.OptionalText("user")));
        var modal = opener.FindModal()!.Value;
        var values = input.Lists("fields").ToDictionary(pair => pair.Key, pair => ToEntered(modal, pair));
        return AnswerView.WaitAsync(server.SubmitModal(new SentInteraction(opener), values), call.Cancellation);
    }

    /// <summary>One text, or the values of a menu's options, which can be given by label.</summary>
    private static object ToEntered(JsonElement modal, KeyValuePair<string, IReadOnlyList<string>> given)
    {
        var field = ModalFields.All(modal).FirstOrDefault(field => field.Text("custom_id"u8) == given.Key);
        return given.Value is [var text] && field.Number("type"u8) == ComponentType.TextInput
            ? text
            : ToValues(field, given.Value);
    }

    private static List<string> ToValues(JsonElement select, IReadOnlyList<string> given) =>
    [
        .. given.Select(named =>
            select.Items("options"u8).FirstOrDefault(option => option.Text("label"u8) == named).Text("value"u8)
                ?? named),
    ];

    private Task<ControlResponse> AddUser(ControlRequest call)
    {
        var input = call.ReadInput("name", "bot", "moderator");
        var permissions = DiscordUser.MemberPermissions | (input.Flag("moderator") ? DiscordUser.ManageGuild : 0);
        var user = server.AddUser(input.Text("name"), input.Flag("bot"), permissions);
        return Task.FromResult(ControlResponse.Json(new JsonObject { ["id"] = $"{user.Id}", ["name"] = user.Name }));
    }

    private Task<ControlResponse> AddChannel(ControlRequest call)
    {
        var input = call.ReadInput("name", "guild");
        var guild = input.OptionalText("guild") is { } id ? _finder.FindGuild(id) : server.Guild;
        var channel = server.AddChannel(input.Text("name"), guild);
        return Task.FromResult(
            ControlResponse.Json(new JsonObject { ["id"] = $"{channel.Id}", ["name"] = channel.Name }));
    }

    private Task<ControlResponse> AddThread(ControlRequest call)
    {
        var input = call.ReadInput("name", "channel");
        var parent = _finder.FindChannel(input.Text("channel"), _finder.FindUser(null));
        if (parent is { GuildId: null } or { ParentId: not null })
            throw new ControlException($"#{parent.Name} can't have threads: it is no text channel of a server.");
        var thread = server.AddThread(input.Text("name"), parent);
        return Task.FromResult(
            ControlResponse.Json(new JsonObject { ["id"] = $"{thread.Id}", ["name"] = thread.Name }));
    }

    /// <summary>The given options, with users and channels found by name.</summary>
    private Dictionary<string, object> Options(string command, ControlInput input, DiscordChannel channel)
    {
        var path = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known =
            server.Components.Commands.FindByName(channel.GuildId, path.FirstOrDefault() ?? "", CommandType.ChatInput);
        var types = known is null
            ? []
            : SubCommandWriter.GetOptions(known, path.AsSpan(1))
                .ToDictionary(option => option.Name, option => option.Type);
        return input.Values("options").ToDictionary(pair => pair.Key, pair => types.GetValueOrDefault(pair.Key) switch
        {
            OptionType.Channel => _finder.FindChannel($"{pair.Value}", server.User),
            OptionType.User => _finder.FindUser($"{pair.Value}"),
            _ => pair.Value,
        });
    }

    private static List<JsonElement> ComponentsOf(SentMessage message, int type) =>
        [.. MessageComponents.All(message.Stored).Where(component => component.Number("type"u8) == type)];

    private DiscordUser? ActingUser(ControlInput input) =>
        input.OptionalText("user") is { } name ? _finder.FindUser(name) : null;
}
