using static PolicyBot.FakeDiscord.Tests.Limits.Texts;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>The limits of a command's definition.</summary>
internal static class CommandEdges
{
    private const string InvalidName =
        "APPLICATION_COMMAND_INVALID_NAME Command name is invalid: lower case letters, digits, - and _ only";

    public static IReadOnlyList<Edge> All { get; } =
    [
        Edge.Between("name", 1, 32, n => Command(name: Of(n)), "name"),
        Edge.Needed("empty name", n => Command(name: Of(n)), "name"),
        new("lower case", Command(name: "ask"), Command(name: "Ask"), $"name: {InvalidName}"),
        new("name of one word", Command(name: "ask-me"), Command(name: "ask me"), $"name: {InvalidName}"),
        Edge.Between("description", 1, 100, n => Command(description: Of(n)), "description"),
        Edge.Needed("empty description", n => Command(description: Of(n)), "description"),
        Edge.AtMost("options", 25, n => Command(List(n, i => Option($"{i}"))), "options"),
        Edge.Between("option name", 1, 32, n => Command($"[{Option(Of(n))}]"), "options.0.name"),
        new("lower case of an option", Command(
            $"[{Option("a")}]"), Command($"[{Option("A")}]"), $"options.0.name: {InvalidName}"),
        Edge.Between(
            "option description", 1, 100, n => Command($"[{Option("a", description: Of(n))}]"),
            "options.0.description"),
        new(
            "option names",
            Command($"[{Option("a")},{Option("b")}]"),
            Command($"[{Option("a")},{Option("a")}]"),
            "options.1: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS Option names must be unique"),
        new(
            "required options first",
            Command($"[{Option("a", ",\"required\":true")},{Option("b")}]"),
            Command($"[{Option("a")},{Option("b", ",\"required\":true")}]"),
            "options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID Required options must be placed before "
                + "non-required options"),
        Edge.AtMost(
            "choices", 25, n => Command($"[{Chosen(List(n, i => Choice($"{i}", $"{i}")))}]"), "options.0.choices"),
        Edge.Between(
            "choice name", 1, 100, n => Command($"[{Chosen($"[{Choice(Of(n), "a")}]")}]"), "options.0.choices.0.name"),
        Edge.Between(
            "choice value", 1, 100, n => Command($"[{Chosen($"[{Choice("a", Of(n))}]")}]"),
            "options.0.choices.0.value"),
        new(
            "completed or chosen",
            Command($"[{Option("a", ",\"autocomplete\":true")}]"),
            Command($"[{Option("a", $",\"autocomplete\":true,\"choices\":[{Choice("a", "b")}]")}]"),
            "options.0: APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES_NOT_ALLOWED Choices cannot be set when "
                + "autocomplete is used"),
        Edge.Highest(
            "greatest length", 6000, n => Command($"[{Option("a", $",\"max_length\":{n}")}]"), "options.0.max_length"),
        Edge.AtMost("subcommands", 25, n => Command(List(n, i => Sub($"{i}", "[]"))), "options"),
        Edge.AtMost(
            "options of a subcommand", 25, n => Command($"[{Sub("a", List(n, i => Option($"{i}")))}]"),
            "options.0.options"),
        Summed("characters in all", n => Summing(n, options => options)),
        Summed("characters in all of a subcommand", n => Summing(n - 4, options => $"[{Sub("sub", options)}]")),
        Edge.Between("name of a user command", 1, 32, n => OnTarget(2, Of(n)), "name"),
        Edge.Between("name of a message command", 1, 32, n => OnTarget(3, $"A {Of(n - 2)}"), "name"),
        new(
            "no description of a message command",
            OnTarget(3, "Save This"),
            OnTarget(3, "Save This", ",\"description\":\"a\""),
            "description: APPLICATION_COMMAND_DESCRIPTION_CANNOT_BE_SET Context menu commands cannot have a "
                + "description"),
    ];

    public static string Named(string name, int type = 1) => type == 1 ? Command(name: name) : OnTarget(type, name);

    private static Edge Summed(string name, Func<int, string> body) =>
        new(name, body(8000), body(8001), ": APPLICATION_COMMAND_TOO_LARGE Command exceeds maximum size (8000)");

    /// <summary>A command with so many characters: 7800 in the choices, the rest in names and descriptions.</summary>
    private static string Summing(int length, Func<string, string> place)
    {
        var first = Option("a", $",\"choices\":{List(25, i => Choice($"{i}".PadLeft(100, 'x'), Of(100)))}", Of(40));
        var second =
            Option("b", $",\"choices\":{List(14, i => Choice($"{i}".PadLeft(100, 'x'), Of(100)))}", Of(length - 7945));
        return Command(place($"[{first},{second}]"), description: Of(100));
    }

    private static string Command(string options = "[]", string name = "ask", string description = "Asks.") =>
        $$"""{"name":"{{name}}","description":"{{description}}","options":{{options}}}""";

    private static string OnTarget(int type, string name, string members = "") =>
        $$"""{"type":{{type}},"name":"{{name}}"{{members}}}""";

    private static string Option(string name, string members = "", string description = "a") =>
        $$"""{"type":3,"name":"{{name}}","description":"{{description}}"{{members}}}""";

    private static string Chosen(string choices) => Option("a", $",\"choices\":{choices}");

    private static string Sub(string name, string options) =>
        $$"""{"type":1,"name":"{{name}}","description":"a","options":{{options}}}""";

    private static string Choice(string name, string value) => $$"""{"name":"{{name}}","value":"{{value}}"}""";
}
