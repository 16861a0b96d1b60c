using static PolicyBot.FakeDiscord.Tests.Limits.JsonParts;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>Limits of messages.</summary>
internal static class MessageLimits
{
    private const string First = "components.0.components.0";

    public static IReadOnlyList<LimitCase> All { get; } =
    [
        LimitCase.AtMost("content", 2000, n => $$"""{"content":"{{Text(n)}}"}""", "content"),
        LimitCase.AtMost(
            "content of surrogate pairs", 2000,
            n => $$"""{"content":"{{string.Concat(Enumerable.Repeat("🦉", n))}}"}""", "content"),
        LimitCase.AtMost("embeds", 10, n => Embeds(List(n, i => $$"""{"title":"{{i}}"}""")), "embeds"),
        LimitCase.AtMost("embed title", 256, n => Embed($"\"title\":\"{Text(n)}\""), "embeds.0.title"),
        LimitCase.AtMost(
            "embed description", 4096, n => Embed($"\"description\":\"{Text(n)}\""), "embeds.0.description"),
        LimitCase.AtMost("embed fields", 25, n => Fields(List(n, i => Field($"{i}", "a"))), "embeds.0.fields"),
        LimitCase.AtMost("embed field name", 256, n => Fields($"[{Field(Text(n), "a")}]"), "embeds.0.fields.0.name"),
        LimitCase.AtMost("embed field value", 1024, n => Fields($"[{Field("a", Text(n))}]"), "embeds.0.fields.0.value"),
        LimitCase.AtMost(
            "embed footer", 2048, n => Embed($$"""  "footer":{"text":"{{Text(n)}}"}"""), "embeds.0.footer.text"),
        LimitCase.AtMost(
            "embed author", 256, n => Embed($$"""  "author":{"name":"{{Text(n)}}"}"""), "embeds.0.author.name"),
        Summed("one embed's text", n => Embed(
            $$"""
            "title":"{{Text(256)}}","description":"{{Text(4096)}}","author":{"name":"{{Text(200)}}"},
            "footer":{"text":"{{Text(n - 5552)}}"},
            "fields":[{{Field(Text(200), Text(800))}}]
            """)),
        Summed(
            "ten embeds' text",
            n => Embeds(List(10, i => $$"""{"description":"{{Text(i == 9 ? n - 5400 : 600)}}"}"""))),
        LimitCase.AtMost("rows", 5, n => Rows(List(n, i => Row($"[{Button($"{i}")}]"))), "components"),
        LimitCase.Between(
            "buttons of a row", 1, 5, n => OneRow(List(n, i => Button($"{i}"))), "components.0.components"),
        LimitCase.AtMost("label", 80, n => OneRow($"[{Button("a", Text(n))}]"), $"{First}.label"),
        LimitCase.Between("custom_id", 1, 100, n => OneRow($"[{Button(Text(n))}]"), $"{First}.custom_id"),
        LimitCase.Needed("empty custom_id", n => OneRow($"[{Button(Text(n))}]"), $"{First}.custom_id"),
        Duplicate(
            "custom_id twice in a row", (a, b) => OneRow($"[{Button(a)},{Button(b)}]"),
            "components.0.components.1.custom_id"),
        Duplicate(
            "custom_id twice in two rows",
            (a, b) => Rows($"[{Row($"[{Button(a)}]")},{Row($"[{Select(b, Options(1))}]")}]"),
            "components.1.components.0.custom_id"),
        new(
            "label or none",
            OneRow($"[{Button("a", "b")}]"),
            OneRow("""[{"type":2,"style":1,"custom_id":"a"}]"""),
            $"{First}: BUTTON_COMPONENT_INVALID_EMPTY A button must have a label or an emoji"),
        LimitCase.Between("select options", 1, 25, n => OneRow($"[{Select("a", Options(n))}]"), $"{First}.options"),
        LimitCase.Between("select option label", 1, 100, n => OneOption(Text(n), "a", ""), $"{First}.options.0.label"),
        LimitCase.Between("select option value", 1, 100, n => OneOption("a", Text(n), ""), $"{First}.options.0.value"),
        LimitCase.AtMost(
            "select option description", 100, n => OneOption("a", "b", Text(n)), $"{First}.options.0.description"),
        LimitCase.AtMost(
            "placeholder", 150, n => OneRow($"[{Select("a", Options(1), $",\"placeholder\":\"{Text(n)}\"")}]"),
            $"{First}.placeholder"),
        LimitCase.Highest(
            "chosen values", 25, n => OneRow($"[{Select("a", Options(25), $",\"max_values\":{n}")}]"),
            $"{First}.max_values"),
        LimitCase.Highest(
            "chosen values of 3", 3, n => OneRow($"[{Select("a", Options(3), $",\"max_values\":{n}")}]"),
            $"{First}.max_values"),
        new(
            "select alone in its row",
            Rows($"[{Row($"[{Select("a", Options(1))}]")},{Row($"[{Button("b")}]")}]"),
            OneRow($"[{Select("a", Options(1))},{Button("b")}]"),
            "components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED The specified component exceeds the maximum "
                + "width"),
    ];

    private static LimitCase Summed(string name, Func<int, string> body) =>
        new(name, body(6000), body(6001), "embeds: MAX_EMBED_SIZE_EXCEEDED Embed size exceeds maximum size of 6000");

    private static LimitCase Duplicate(string name, Func<string, string, string> body, string path) =>
        new(name, body("a", "b"), body(
            "a", "a"), $"{path}: COMPONENT_CUSTOM_ID_DUPLICATED Component custom id cannot be duplicated");

    private static string Embeds(string list) => $$"""{"embeds":{{list}}}""";

    private static string Embed(string members) => Embeds($$"""[{{{members}}}]""");

    private static string Fields(string list) => Embed($"\"fields\":{list}");

    private static string Field(string name, string value) => $$"""{"name":"{{name}}","value":"{{value}}"}""";

    private static string Rows(string list) => $$"""{"content":"a","components":{{list}}}""";

    private static string Row(string list) => $$"""{"type":1,"components":{{list}}}""";

    private static string OneRow(string list) => Rows($"[{Row(list)}]");

    private static string Button(string customId, string label = "a") =>
        $$"""{"type":2,"style":1,"custom_id":"{{customId}}","label":"{{label}}"}""";

    private static string Select(string customId, string options, string members = "") =>
        $$"""{"type":3,"custom_id":"{{customId}}","options":{{options}}{{members}}}""";

    private static string Options(int count) => List(count, i => $$"""{"label":"a","value":"{{i}}"}""");

    private static string OneOption(string label, string value, string description) =>
        OneRow($"[{Select("a", $$"""[{"label":"{{label}}","value":"{{value}}","description":"{{description}}"}]""")}]");
}
