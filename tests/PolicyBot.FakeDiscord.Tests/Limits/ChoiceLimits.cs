using static PolicyBot.FakeDiscord.Tests.Limits.JsonParts;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>Limits of autocomplete choices.</summary>
internal static class ChoiceLimits
{
    public static IReadOnlyList<LimitCase> All { get; } =
    [
        LimitCase.AtMost("choices", 25, n => Choices(List(n, i => Choice($"{i}", "a"))), "data.choices"),
        LimitCase.Between("name", 1, 100, n => Choices($"[{Choice(Text(n), "a")}]"), "data.choices.0.name"),
        LimitCase.Needed("empty name", n => Choices($"[{Choice(Text(n), "a")}]"), "data.choices.0.name"),
        LimitCase.Between("value", 1, 100, n => Choices($"[{Choice("a", Text(n))}]"), "data.choices.0.value"),
        new("no list", Choices(
            "[]"), """{"type":8,"data":{}}""", "data.choices: BASE_TYPE_REQUIRED This field is required"),
        new("no data", Choices("[]"), """{"type":8}""", "data: BASE_TYPE_REQUIRED This field is required"),
    ];

    private static string Choices(string list) => $$$"""{"type":8,"data":{"choices":{{{list}}}}}""";

    private static string Choice(string name, string value) => $$"""{"name":"{{name}}","value":"{{value}}"}""";
}
