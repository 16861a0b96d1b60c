using static PolicyBot.FakeDiscord.Tests.Limits.Texts;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>The limits of a message, wherever it is sent.</summary>
internal static class MessageEdges
{
    private const string First = "components.0.components.0";

    public static IReadOnlyList<Edge> All { get; } =
    [
        Edge.AtMost("content", 2000, n => $$"""{"content":"{{Of(n)}}"}""", "content"),
        Edge.AtMost(
            "content of surrogate pairs", 2000,
            n => $$"""{"content":"{{string.Concat(Enumerable.Repeat("🦉", n))}}"}""", "content"),
        Edge.AtMost("embeds", 10, n => Embeds(List(n, i => $$"""{"title":"{{i}}"}""")), "embeds"),
        Edge.AtMost("embed title", 256, n => Embed($"\"title\":\"{Of(n)}\""), "embeds.0.title"),
        Edge.AtMost("embed description", 4096, n => Embed($"\"description\":\"{Of(n)}\""), "embeds.0.description"),
        Edge.AtMost("embed fields", 25, n => Fields(List(n, i => Field($"{i}", "a"))), "embeds.0.fields"),
        Edge.AtMost("embed field name", 256, n => Fields($"[{Field(Of(n), "a")}]"), "embeds.0.fields.0.name"),
        Edge.AtMost("embed field value", 1024, n => Fields($"[{Field("a", Of(n))}]"), "embeds.0.fields.0.value"),
        Edge.AtMost("embed footer", 2048, n => Embed($$"""  "footer":{"text":"{{Of(n)}}"}"""), "embeds.0.footer.text"),
        Edge.AtMost("embed author", 256, n => Embed($$"""  "author":{"name":"{{Of(n)}}"}"""), "embeds.0.author.name"),
        Summed("one embed's text", n => Embed(
            $$"""
            "title":"{{Of(256)}}","description":"{{Of(4096)}}","author":{"name":"{{Of(200)}}"},
            "footer":{"text":"{{Of(n - 5552)}}"},
            "fields":[{{Field(Of(200), Of(800))}}]
            """)),
        Summed(
            "ten embeds' text", n => Embeds(List(10, i => $$"""{"description":"{{Of(i == 9 ? n - 5400 : 600)}}"}"""))),
        Edge.AtMost("rows", 5, n => Rows(List(n, i => Row($"[{Button($"{i}")}]"))), "components"),
        Edge.Between("buttons of a row", 1, 5, n => OneRow(List(n, i => Button($"{i}"))), "components.0.components"),
        Edge.AtMost("label", 80, n => OneRow($"[{Button("a", Of(n))}]"), $"{First}.label"),
        Edge.Between("custom_id", 1, 100, n => OneRow($"[{Button(Of(n))}]"), $"{First}.custom_id"),
        Edge.Needed("empty custom_id", n => OneRow($"[{Button(Of(n))}]"), $"{First}.custom_id"),
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
        Edge.Between("select options", 1, 25, n => OneRow($"[{Select("a", Options(n))}]"), $"{First}.options"),
        Edge.Between("select option label", 1, 100, n => OneOption(Of(n), "a", ""), $"{First}.options.0.label"),
        Edge.Between("select option value", 1, 100, n => OneOption("a", Of(n), ""), $"{First}.options.0.value"),
        Edge.AtMost(
            "select option description", 100, n => OneOption("a", "b", Of(n)), $"{First}.options.0.description"),
        Edge.AtMost(
            "placeholder", 150, n => OneRow($"[{Select("a", Options(1), $",\"placeholder\":\"{Of(n)}\"")}]"),
            $"{First}.placeholder"),
        Edge.Highest(
            "chosen values", 25, n => OneRow($"[{Select("a", Options(25), $",\"max_values\":{n}")}]"),
            $"{First}.max_values"),
        Edge.Highest(
            "chosen values of 3", 3, n => OneRow($"[{Select("a", Options(3), $",\"max_values\":{n}")}]"),
            $"{First}.max_values"),
        new(
            "select alone in its row",
            Rows($"[{Row($"[{Select("a", Options(1))}]")},{Row($"[{Button("b")}]")}]"),
            OneRow($"[{Select("a", Options(1))},{Button("b")}]"),
            "components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED The specified component exceeds the maximum "
                + "width"),
    ];

    private static Edge Summed(string name, Func<int, string> body) =>
        new(name, body(6000), body(6001), "embeds: MAX_EMBED_SIZE_EXCEEDED Embed size exceeds maximum size of 6000");

    private static Edge Duplicate(string name, Func<string, string, string> body, string path) =>
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
