using static PolicyBot.FakeDiscord.Tests.Limits.JsonParts;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>Limits of modals, with inputs in rows or in labels.</summary>
internal static class ModalLimits
{
    private const string Input = "data.components.0.components.0";
    private const string Labelled = "data.components.0.component";

    public static IReadOnlyList<LimitCase> All { get; } =
    [
        LimitCase.Between("title", 1, 45, n => Modal("m", Text(n), $"[{Row("a")}]"), "data.title"),
        LimitCase.Needed("no title", n => Modal("m", Text(n), $"[{Row("a")}]"), "data.title"),
        LimitCase.Between(
            "custom_id of the modal", 1, 100, n => Modal(Text(n), "a", $"[{Row("a")}]"), "data.custom_id"),
        LimitCase.Between("inputs in rows", 1, 5, n => Modal(List(n, i => Row($"{i}"))), "data.components"),
        LimitCase.Between("inputs in labels", 1, 5, n => Modal(List(n, i => Label($"{i}"))), "data.components"),
        new(
            "no input",
            Modal($"[{Row("a")}]"),
            Modal("[]"),
            "data.components: BASE_TYPE_BAD_LENGTH Must be between 1 and 5 in length."),
        LimitCase.Between(
            "inputs in one row",
            1,
            1,
            n => Modal($"[{{\"type\":1,\"components\":{List(n, i => TextInput($"{i}", Named))}}}]"),
            "data.components.0.components"),
        LimitCase.Between("custom_id", 1, 100, n => Modal($"[{Row(Text(n))}]"), $"{Input}.custom_id"),
        LimitCase.Between("custom_id in a label", 1, 100, n => Modal($"[{Label(Text(n))}]"), $"{Labelled}.custom_id"),
        new(
            "custom_id twice",
            Modal($"[{Row("a")},{Label("b")}]"),
            Modal($"[{Row("a")},{Label("a")}]"),
            "data.components.1.component.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED Component custom id cannot be "
                + "duplicated"),
        LimitCase.Between(
            "label of an input", 1, 45, n => Modal($"[{Row("a", $",\"label\":\"{Text(n)}\"")}]"), $"{Input}.label"),
        LimitCase.Between("label", 1, 45, n => Modal($"[{Label("a", label: Text(n))}]"), "data.components.0.label"),
        LimitCase.AtMost(
            "description of a label", 100, n => Modal($"[{Label("a", description: Text(n))}]"),
            "data.components.0.description"),
        LimitCase.AtMost(
            "placeholder", 100, n => Modal($"[{Row("a", Named + $",\"placeholder\":\"{Text(n)}\"")}]"),
            $"{Input}.placeholder"),
        LimitCase.AtMost(
            "text", 4000, n => Modal($"[{Row("a", Named + $",\"value\":\"{Text(n)}\"")}]"), $"{Input}.value"),
        LimitCase.AtMost(
            "text in a label", 4000, n => Modal($"[{Label("a", $",\"value\":\"{Text(n)}\"")}]"), $"{Labelled}.value"),
        LimitCase.Highest(
            "least length", 4000, n => Modal($"[{Row("a", Named + $",\"min_length\":{n}")}]"), $"{Input}.min_length"),
        LimitCase.Highest(
            "greatest length", 4000, n => Modal($"[{Row("a", Named + $",\"max_length\":{n}")}]"),
            $"{Input}.max_length"),
        LimitCase.Between(
            "select options", 1, 25, n => Modal($"[{Select(List(n, i => $$"""{"label":"a","value":"{{i}}"}"""))}]"),
            $"{Labelled}.options"),
    ];

    private static string Named => ",\"label\":\"a\"";

    public static string Modal(string components) => Modal("m", "a", components);

    public static string Row(string customId) => Row(customId, Named);

    private static string Modal(string customId, string title, string components) =>
        $$$"""{"type":9,"data":{"custom_id":"{{{customId}}}","title":"{{{title}}}","components":{{{components}}}}}""";

    private static string Row(string customId, string members) =>
        $$"""{"type":1,"components":[{{TextInput(customId, members)}}]}""";

    private static string Label(string customId, string members = "", string label = "a", string description = "a") =>
        $$"""{"type":18,"label":"{{label}}","description":"{{description}}","""
        + $$"""  "component":{{TextInput(customId, members)}}}""";

    private static string Select(string options) =>
        $$$"""{"type":18,"label":"a","component":{"type":3,"custom_id":"a","options":{{{options}}}}}""";

    private static string TextInput(string customId, string members) =>
        $$"""{"type":4,"style":1,"custom_id":"{{customId}}"{{members}}}""";
}
