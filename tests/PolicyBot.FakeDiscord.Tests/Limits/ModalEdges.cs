using static PolicyBot.FakeDiscord.Tests.Limits.Texts;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>The limits of a modal; its inputs stand in rows or in labels.</summary>
internal static class ModalEdges
{
    private const string Input = "data.components.0.components.0";
    private const string Labelled = "data.components.0.component";

    public static IReadOnlyList<Edge> All { get; } =
    [
        Edge.Between("title", 1, 45, n => Modal("m", Of(n), $"[{Row("a")}]"), "data.title"),
        Edge.Needed("no title", n => Modal("m", Of(n), $"[{Row("a")}]"), "data.title"),
        Edge.Between("custom_id of the modal", 1, 100, n => Modal(Of(n), "a", $"[{Row("a")}]"), "data.custom_id"),
        Edge.Between("inputs in rows", 1, 5, n => Modal(List(n, i => Row($"{i}"))), "data.components"),
        Edge.Between("inputs in labels", 1, 5, n => Modal(List(n, i => Label($"{i}"))), "data.components"),
        new(
            "no input",
            Modal($"[{Row("a")}]"),
            Modal("[]"),
            "data.components: BASE_TYPE_BAD_LENGTH Must be between 1 and 5 in length."),
        Edge.Between(
            "inputs in one row",
            1,
            1,
            n => Modal($"[{{\"type\":1,\"components\":{List(n, i => Text($"{i}", Named))}}}]"),
            "data.components.0.components"),
        Edge.Between("custom_id", 1, 100, n => Modal($"[{Row(Of(n))}]"), $"{Input}.custom_id"),
        Edge.Between("custom_id in a label", 1, 100, n => Modal($"[{Label(Of(n))}]"), $"{Labelled}.custom_id"),
        new(
            "custom_id twice",
            Modal($"[{Row("a")},{Label("b")}]"),
            Modal($"[{Row("a")},{Label("a")}]"),
            "data.components.1.component.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED Component custom id cannot be "
                + "duplicated"),
        Edge.Between(
            "label of an input", 1, 45, n => Modal($"[{Row("a", $",\"label\":\"{Of(n)}\"")}]"), $"{Input}.label"),
        Edge.Between("label", 1, 45, n => Modal($"[{Label("a", label: Of(n))}]"), "data.components.0.label"),
        Edge.AtMost(
            "description of a label", 100, n => Modal($"[{Label("a", description: Of(n))}]"),
            "data.components.0.description"),
        Edge.AtMost(
            "placeholder", 100, n => Modal($"[{Row("a", Named + $",\"placeholder\":\"{Of(n)}\"")}]"),
            $"{Input}.placeholder"),
        Edge.AtMost("text", 4000, n => Modal($"[{Row("a", Named + $",\"value\":\"{Of(n)}\"")}]"), $"{Input}.value"),
        Edge.AtMost(
            "text in a label", 4000, n => Modal($"[{Label("a", $",\"value\":\"{Of(n)}\"")}]"), $"{Labelled}.value"),
        Edge.Highest(
            "least length", 4000, n => Modal($"[{Row("a", Named + $",\"min_length\":{n}")}]"), $"{Input}.min_length"),
        Edge.Highest(
            "greatest length", 4000, n => Modal($"[{Row("a", Named + $",\"max_length\":{n}")}]"),
            $"{Input}.max_length"),
        Edge.Between(
            "select options", 1, 25, n => Modal($"[{Select(List(n, i => $$"""{"label":"a","value":"{{i}}"}"""))}]"),
            $"{Labelled}.options"),
    ];

    private static string Named => ",\"label\":\"a\"";

    public static string Modal(string components) => Modal("m", "a", components);

    public static string Row(string customId) => Row(customId, Named);

    private static string Modal(string customId, string title, string components) =>
        $$$"""{"type":9,"data":{"custom_id":"{{{customId}}}","title":"{{{title}}}","components":{{{components}}}}}""";

    private static string Row(string customId, string members) =>
        $$"""{"type":1,"components":[{{Text(customId, members)}}]}""";

    private static string Label(string customId, string members = "", string label = "a", string description = "a") =>
        $$"""{"type":18,"label":"{{label}}","description":"{{description}}","component":{{Text(customId, members)}}}""";

    private static string Select(string options) =>
        $$$"""{"type":18,"label":"a","component":{"type":3,"custom_id":"a","options":{{{options}}}}}""";

    private static string Text(string customId, string members) =>
        $$"""{"type":4,"style":1,"custom_id":"{{customId}}"{{members}}}""";
}
