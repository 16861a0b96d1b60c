using static PolicyBot.FakeDiscord.Tests.Limits.Texts;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>The limits of the choices that are offered while someone types.</summary>
internal static class ChoiceEdges
{
    public static IReadOnlyList<Edge> All { get; } =
    [
        Edge.AtMost("choices", 25, n => Choices(List(n, i => Choice($"{i}", "a"))), "data.choices"),
        Edge.Between("name", 1, 100, n => Choices($"[{Choice(Of(n), "a")}]"), "data.choices.0.name"),
        Edge.Needed("empty name", n => Choices($"[{Choice(Of(n), "a")}]"), "data.choices.0.name"),
        Edge.Between("value", 1, 100, n => Choices($"[{Choice("a", Of(n))}]"), "data.choices.0.value"),
        new("no list", Choices(
            "[]"), """{"type":8,"data":{}}""", "data.choices: BASE_TYPE_REQUIRED This field is required"),
        new("no data", Choices("[]"), """{"type":8}""", "data: BASE_TYPE_REQUIRED This field is required"),
    ];

    private static string Choices(string list) => $$$"""{"type":8,"data":{"choices":{{{list}}}}}""";

    private static string Choice(string name, string value) => $$"""{"name":"{{name}}","value":"{{value}}"}""";
}
