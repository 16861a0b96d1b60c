using static PolicyBot.FakeDiscord.Tests.Contract.Bodies;

namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Invalid bodies, beyond each limit that concerns a bot or with misspelled properties.</summary>
public static class InvalidBodies
{
    private const string Channel = "/channels/1/messages";
    private const string Callback = "/interactions/1/token/callback";
    private const string Original = "/webhooks/1/token/messages/@original";
    private const string FollowUp = "/webhooks/1/token";
    private const string Commands = "/applications/1/commands";

    /// <summary>A name, the request, its body, and the complete error.</summary>
    public static TheoryData<string, string, string, string> All { get; } = new()
    {
        {
            "content of 2001", $"POST {Channel}",
            Message($"\"content\":\"{Text(2001)}\""),
            "$.content: 2001 characters, where at most 2000 are taken"
        },
        {
            "content of 2001 in families", $"POST {Channel}",
            Message($"\"content\":\"{string.Concat(Enumerable.Repeat("👨‍👩‍👧", 401))}\""),
            "$.content: 2005 characters, where at most 2000 are taken"
        },
        {
            "edited content of 2001", "PATCH /channels/1/messages/2",
            Message($"\"content\":\"{Text(2001)}\""),
            "$.content: 2001 characters, where at most 2000 are taken"
        },
        {
            "number as content", $"POST {Channel}",
            Message("\"content\":5"),
            "$.content: Value is \"integer\" but should be \"string, null\""
        },
        { "misspelt content", $"POST {Channel}", Message("\"contents\":\"a\""), "$.contents: unknown property" },
        { "misspelt title", $"POST {Channel}", Embed("\"titel\":\"a\""), "$.embeds[0].titel: unknown property" },
        {
            "misspelt mentions", $"POST {Channel}",
            """{"content":"a","allowed_mentions":{"parses":[]}}""",
            "$.allowed_mentions.parses: unknown property"
        },
        {
            "unknown mention type", $"POST {Channel}",
            """{"content":"a","allowed_mentions":{"parse":["here"]}}""",
            "$.allowed_mentions.parse[0]: \"here\" does not fit enum [\"users\",\"roles\",\"everyone\"]"
        },
        {
            "nonce of 26", $"POST {Channel}",
            Message($"\"content\":\"a\",\"nonce\":\"{Text(26)}\""),
            "$.nonce: 26 characters, where at most 25 are taken"
        },
        {
            "nonce that is a list", $"POST {Channel}",
            Message("\"content\":\"a\",\"nonce\":[]"),
            "$.nonce: Value is \"array\" but should be \"string, integer, null\""
        },
        {
            "reply to no id", $"POST {Channel}",
            Message("\"content\":\"a\",\"message_reference\":{\"message_id\":\"x5\"}"),
            "$.message_reference.message_id: \"x5\" does not fit pattern \"^(0|[1-9][0-9]*)$\""
        },
        {
            "id as a number", $"POST {Channel}",
            Message("\"content\":\"a\",\"message_reference\":{\"message_id\":5}"),
            "$.message_reference.message_id: Value is \"integer\" but should be \"string\""
        },
        {
            "11 embeds", $"POST {Channel}",
            Message($"\"embeds\":{List(11, "{\"title\":\"a\"}")}"),
            "$.embeds: Value should have at most 10 items"
        },
        {
            "title of 257", $"POST {Channel}",
            Embed($"\"title\":\"{Text(257)}\""),
            "$.embeds[0].title: 257 characters, where at most 256 are taken"
        },
        {
            "description of 4097", $"POST {Channel}",
            Embed($"\"description\":\"{Text(4097)}\""),
            "$.embeds[0].description: 4097 characters, where at most 4096 are taken"
        },
        {
            "26 fields", $"POST {Channel}",
            Embed($"\"fields\":{List(26, """{"name":"a","value":"b"}""")}"),
            "$.embeds[0].fields: Value should have at most 25 items"
        },
        {
            "field without value", $"POST {Channel}",
            Embed("\"fields\":[{\"name\":\"a\"}]"),
            "$.embeds[0].fields[0]: Required properties [\"value\"] are not present"
        },
        {
            "field name of 257", $"POST {Channel}",
            Embed($"\"fields\":[{{\"name\":\"{Text(257)}\",\"value\":\"a\"}}]"),
            "$.embeds[0].fields[0].name: 257 characters, where at most 256 are taken"
        },
        {
            "field value of 1025", $"POST {Channel}",
            Embed($"\"fields\":[{{\"name\":\"a\",\"value\":\"{Text(1025)}\"}}]"),
            "$.embeds[0].fields[0].value: 1025 characters, where at most 1024 are taken"
        },
        {
            "footer of 2049", $"POST {Channel}",
            Embed($"\"footer\":{{\"text\":\"{Text(2049)}\"}}"),
            "$.embeds[0].footer.text: 2049 characters, where at most 2048 are taken"
        },
        {
            "author of 257", $"POST {Channel}",
            Embed($"\"author\":{{\"name\":\"{Text(257)}\"}}"),
            "$.embeds[0].author.name: 257 characters, where at most 256 are taken"
        },
        { "colour beyond", $"POST {Channel}", Embed(
            "\"color\":16777216"), "$.embeds[0].color: 16777216 should be at most 16777215" },
        { "colour below", $"POST {Channel}", Embed("\"color\":-1"), "$.embeds[0].color: -1 should be at least 0" },
        { "no link", $"POST {Channel}", Embed(
            "\"url\":\"example\""), "$.embeds[0].url: \"example\" does not fit format \"uri\"" },
        {
            "no time", $"POST {Channel}",
            Embed("\"timestamp\":\"tomorrow\""),
            "$.embeds[0].timestamp: \"tomorrow\" does not fit format \"date-time\""
        },
        {
            "label of 81", $"POST {Channel}",
            Button($"\"label\":\"{Text(81)}\",\"custom_id\":\"a\""),
            "$.components[0].components[0].label: 81 characters, where at most 80 are taken"
        },
        {
            "id of 101", $"POST {Channel}",
            Button($"\"label\":\"a\",\"custom_id\":\"{Text(101)}\""),
            "$.components[0].components[0].custom_id: 101 characters, where at most 100 are taken"
        },
        {
            "no id", $"POST {Channel}",
            Button("\"label\":\"a\",\"custom_id\":\"\""),
            "$.components[0].components[0].custom_id: 0 characters, where at least 1 are taken"
        },
        {
            "misspelt label", $"POST {Channel}",
            Button("\"text\":\"a\",\"custom_id\":\"b\""),
            "$.components[0].components[0].text: unknown property"
        },
        {
            "6 buttons", $"POST {Channel}",
            MessageRow(List(6, "{\"type\":2,\"style\":2,\"custom_id\":\"a\",\"label\":\"b\"}")),
            "$.components[0].components: Value should have at most 5 items"
        },
        {
            "button outside a row", $"POST {Channel}",
            Message("\"components\":[{\"type\":2,\"style\":1,\"custom_id\":\"a\"}]"),
            "$.components[0].type: 2 does not fit enum [1,17,13,12,9,14,10]"
        },
        {
            "component without type", $"POST {Channel}",
            Message("\"components\":[{\"components\":[]}]"),
            "$.components[0]: Required properties [\"type\"] are not present"
        },
        {
            "26 options", $"POST {Channel}",
            Select($"\"options\":{List(26, """{"label":"a","value":"b"}""")}"),
            "$.components[0].components[0].options: Value should have at most 25 items"
        },
        {
            "option of 101", $"POST {Channel}",
            Select($"\"options\":[{{\"label\":\"{Text(101)}\",\"value\":\"b\"}}]"),
            "$.components[0].components[0].options[0].label: 101 characters, where at most 100 are taken"
        },
        {
            "reply with 2001", $"POST {Callback}",
            Reply($"{{\"content\":\"{Text(2001)}\"}}"),
            "$.data.content: 2001 characters, where at most 2000 are taken"
        },
        { "reply that is misspelt", $"POST {Callback}", Reply(
            "{\"contet\":\"a\"}"), "$.data.contet: unknown property" },
        {
            "unknown kind of answer", $"POST {Callback}", "{\"type\":3}",
            "$.type: 3 does not fit enum [8,4,5,12,9,1,13,6,7]"
        },
        {
            "kind in words", $"POST {Callback}", "{\"type\":\"4\"}",
            "$.type: \"4\" does not fit enum [8,4,5,12,9,1,13,6,7]"
        },
        {
            "answer without kind", $"POST {Callback}", "{\"data\":{}}",
            "$: Required properties [\"type\"] are not present"
        },
        {
            "26 choices", $"POST {Callback}",
            Choices(List(26, """{"name":"a","value":"b"}""")),
            "$.data.choices: Value should have at most 25 items"
        },
        {
            "choice's name of 101", $"POST {Callback}",
            Choices($"[{{\"name\":\"{Text(101)}\",\"value\":\"b\"}}]"),
            "$.data.choices[0].name: 101 characters, where at most 100 are taken"
        },
        {
            "choice's value of 101", $"POST {Callback}",
            Choices($"[{{\"name\":\"a\",\"value\":\"{Text(101)}\"}}]"),
            "$.data.choices[0].value: 101 characters, where at most 100 are taken"
        },
        {
            "choice without name", $"POST {Callback}",
            Choices("[{\"name\":\"\",\"value\":\"a\"}]"),
            "$.data.choices[0].name: 0 characters, where at least 1 are taken"
        },
        {
            "title of 46", $"POST {Callback}",
            Modal(Text(46), $"[{Row("\"label\":\"a\"")}]"),
            "$.data.title: 46 characters, where at most 45 are taken"
        },
        {
            "6 inputs", $"POST {Callback}",
            Modal("t", List(6, Row("\"label\":\"a\""))),
            "$.data.components: Value should have at most 5 items"
        },
        { "no inputs", $"POST {Callback}", Modal("t", "[]"), "$.data.components: Value should have at least 1 items" },
        {
            "input of 4001", $"POST {Callback}",
            Modal("t", $"[{Row("\"label\":\"a\",\"max_length\":4001")}]"),
            "$.data.components[0].components[0].max_length: 4001 should be at most 4000"
        },
        {
            "edit with 2001", $"PATCH {Original}",
            Message($"\"content\":\"{Text(2001)}\""),
            "$.content: 2001 characters, where at most 2000 are taken"
        },
        { "follow-up that is misspelt", $"POST {FollowUp}", Message(
            "\"content\":\"a\",\"flag\":64"), "$.flag: unknown property" },
        {
            "nonce where none is enforced", $"POST {FollowUp}",
            Message("\"content\":\"a\",\"enforce_nonce\":true"),
            "$.enforce_nonce: true does not fit const false"
        },
        {
            "name of 33", $"PUT {Commands}",
            $$"""[{"name":"{{Text(33)}}","description":"a"}]""",
            "$[0].name: 33 characters, where at most 32 are taken"
        },
        {
            "description of 101", $"PUT {Commands}",
            $$"""[{"name":"a","description":"{{Text(101)}}"}]""",
            "$[0].description: 101 characters, where at most 100 are taken"
        },
        {
            "command without name", $"PUT {Commands}", """[{"description":"a"}]""",
            "$[0]: Required properties [\"name\"] are not present"
        },
        {
            "26 options of a command", $"PUT {Commands}",
            Command($"\"options\":{List(26, """{"type":5,"name":"a","description":"b"}""")}"),
            "$[0].options: Value should have at most 25 items"
        },
        {
            "26 choices of an option", $"PUT {Commands}",
            Option($"\"choices\":{List(26, """{"name":"a","value":"b"}""")}"),
            "$[0].options[0].choices: Value should have at most 25 items"
        },
        {
            "text as a choice of a number", $"PUT {Commands}",
            Command("""  "options":[{"type":4,"name":"a","description":"b","choices":[{"name":"c","value":"d"}]}]"""),
            "$[0].options[0].choices[0].value: Value is \"string\" but should be \"integer\""
        },
        {
            "permissions as a number", $"PUT {Commands}",
            Command("\"default_member_permissions\":32"),
            "$[0].default_member_permissions: Value is \"integer\" but should be \"string, null\""
        },
        {
            "context twice", $"PUT {Commands}",
            Command("\"contexts\":[0,0]"),
            "$[0].contexts: Found duplicates at the following index pairs: [\"(0,1)\"]"
        },
        { "unknown context", $"PUT {Commands}", Command(
            "\"contexts\":[3]"), "$[0].contexts[0]: 3 does not fit enum [0,1,2]" },
        {
            "one command where a list is taken", $"PUT {Commands}",
            """{"name":"a","description":"b"}""",
            "$: Value is \"object\" but should be \"array, null\""
        },
        {
            "no recipient's id", "POST /users/@me/channels",
            """{"recipient_id":"me"}""",
            "$.recipient_id: \"me\" does not fit pattern \"^(0|[1-9][0-9]*)$\""
        },
    };
}
