using static PolicyBot.FakeDiscord.Tests.Contract.Bodies;

namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Valid bodies, at each limit that concerns a bot.</summary>
public static class ValidBodies
{
    private const string Channel = "/channels/1/messages";
    private const string Callback = "/interactions/1/token/callback";
    private const string Original = "/webhooks/1/token/messages/@original";
    private const string FollowUp = "/webhooks/1/token";
    private const string Commands = "/applications/1/commands";
    private const string SubcommandWithNumber =
        """{"type":1,"name":"c","description":"d","options":[{"type":4,"name":"e","description":"f","min_value":0}]}""";

    /// <summary>A name, the request, and its body.</summary>
    public static TheoryData<string, string, string> All { get; } = new()
    {
        { "content of 2000", $"POST {Channel}", Message($"\"content\":\"{Text(2000)}\"") },
        {
            "content of 2000 characters outside the basic plane", $"POST {Channel}",
            Message($"\"content\":\"{string.Concat(Enumerable.Repeat("😀", 2000))}\"")
        },
        { "edited content of 2000", "PATCH /channels/1/messages/2", Message($"\"content\":\"{Text(2000)}\"") },
        { "no content", $"POST {Channel}", Message("\"content\":null") },
        { "nonce of 25", $"POST {Channel}", Message(
            $"\"content\":\"a\",\"nonce\":\"{Text(25)}\",\"enforce_nonce\":true") },
        { "number as nonce", $"POST {Channel}", Message("\"content\":\"a\",\"nonce\":9223372036854775807") },
        {
            "reply to a message", $"POST {Channel}",
            Message("\"content\":\"a\",\"message_reference\":{\"message_id\":\"5\",\"fail_if_not_exists\":false}")
        },
        { "10 embeds", $"POST {Channel}", Message($"\"embeds\":{List(10, "{\"title\":\"a\"}")}") },
        { "title of 256", $"POST {Channel}", Embed($"\"title\":\"{Text(256)}\"") },
        { "description of 4096", $"POST {Channel}", Embed($"\"description\":\"{Text(4096)}\"") },
        {
            "25 fields at their limits", $"POST {Channel}",
            Embed($"\"fields\":{List(25, $$"""{"name":"{{Text(256)}}","value":"{{Text(1024)}}","inline":true}""")}")
        },
        { "footer of 2048", $"POST {Channel}", Embed($"\"footer\":{{\"text\":\"{Text(2048)}\"}}") },
        { "author of 256", $"POST {Channel}", Embed($"\"author\":{{\"name\":\"{Text(256)}\"}}") },
        { "largest colour", $"POST {Channel}", Embed("\"color\":16777215") },
        { "link and time", $"POST {Channel}", Embed(
            "\"url\":\"https://example.org/a?b=c\",\"timestamp\":\"2026-08-01T10:00:00.000Z\"") },
        { "picture from an attachment", $"POST {Channel}", Embed("\"image\":{\"url\":\"attachment://graph.png\"}") },
        { "label of 80, id of 100", $"POST {Channel}", Button(
            $"\"label\":\"{Text(80)}\",\"custom_id\":\"{Text(100)}\"") },
        {
            "5 buttons", $"POST {Channel}",
            MessageRow(List(5, "{\"type\":2,\"style\":2,\"custom_id\":\"a\",\"label\":\"b\"}"))
        },
        {
            "link button with emoji", $"POST {Channel}",
            MessageRow("""[{"type":2,"style":5,"url":"https://example.org","emoji":{"name":"🔗"}}]""")
        },
        {
            "25 options of 100", $"POST {Channel}",
            Select("\"options\":" + List(
                25, $$"""{"label":"{{Text(100)}}","value":"{{Text(100)}}","description":"{{Text(100)}}"}"""))
        },
        { "reply with 2000", $"POST {Callback}?with_response=true", Reply(
            $"{{\"content\":\"{Text(2000)}\",\"flags\":64}}") },
        { "pong", $"POST {Callback}", "{\"type\":1}" },
        { "deferral", $"POST {Callback}?with_response=false", "{\"type\":5,\"data\":{\"flags\":64}}" },
        { "deferred update", $"POST {Callback}", "{\"type\":6}" },
        { "update", $"POST {Callback}", "{\"type\":7,\"data\":{\"content\":\"a\",\"components\":[]}}" },
        { "25 choices at their limits", $"POST {Callback}", Choices(
            List(25, $$"""{"name":"{{Text(100)}}","value":"{{Text(100)}}"}""")) },
        { "choices of whole numbers", $"POST {Callback}", Choices("[{\"name\":\"a\",\"value\":1}]") },
        { "choices of numbers", $"POST {Callback}", Choices("[{\"name\":\"a\",\"value\":1.5}]") },
        { "no choices", $"POST {Callback}", Choices("[]") },
        {
            "title of 45 and 5 inputs", $"POST {Callback}",
            Modal(Text(45), List(5, Row($"\"label\":\"{Text(45)}\",\"max_length\":4000,\"value\":\"{Text(4000)}\"")))
        },
        {
            "input with a label", $"POST {Callback}",
            Modal("t", """[{"type":18,"label":"a","component":{"type":4,"custom_id":"b","style":2}}]""")
        },
        { "edit of the first answer", $"PATCH {Original}", Message("\"content\":\"a\"") },
        { "follow-up without what it cannot have", $"POST {FollowUp}", Message(
            "\"content\":\"a\",\"tts\":false,\"enforce_nonce\":false") },
        { "edit without what it cannot have", $"PATCH {Original}", Message(
            "\"content\":\"a\",\"tts\":false,\"enforce_nonce\":false") },
        { "follow-up", $"POST {FollowUp}?wait=true", Message("\"content\":\"a\",\"flags\":64") },
        {
            "name of 32, description of 100", $"PUT {Commands}",
            $$"""[{"name":"{{Text(32)}}","description":"{{Text(100)}}","type":1}]"""
        },
        {
            "command with everything", $"PUT {Commands}",
            Command(
                "\"contexts\":[0,1,2],\"integration_types\":[0,1],\"default_member_permissions\":\"32\",\"nsfw\":false")
        },
        { "command for everybody", $"PUT {Commands}", Command("\"default_member_permissions\":null") },
        {
            "names in other languages", $"PUT {Commands}",
            Command("\"name_localizations\":{\"de\":\"frag\"},\"description_localizations\":null")
        },
        { "message command", $"PUT {Commands}", """[{"name":"Ask about this","type":3}]""" },
        { "25 options", $"PUT {Commands}", Command(
            $"\"options\":{List(25, """{"type":5,"name":"a","description":"b"}""")}") },
        { "25 choices", $"PUT {Commands}", Option(
            $"\"choices\":{List(25, $$"""{"name":"{{Text(100)}}","value":"{{Text(100)}}"}""")}") },
        {
            "length of an option", $"PUT {Commands}",
            Option("\"min_length\":0,\"max_length\":6000,\"autocomplete\":true,\"required\":true")
        },
        {
            "group of subcommands", $"PUT {Commands}",
            Command($$"""  "options":[{"type":2,"name":"a","description":"b","options":[{{SubcommandWithNumber}}]}]""")
        },
        { "no commands", $"PUT {Commands}", "[]" },
        { "direct messages", "POST /users/@me/channels", """{"recipient_id":"5"}""" },
    };
}
