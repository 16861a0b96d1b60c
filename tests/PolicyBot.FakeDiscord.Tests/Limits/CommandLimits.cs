using static PolicyBot.FakeDiscord.Tests.Limits.JsonParts;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>Limits of command definitions.</summary>
internal static class CommandLimits
{
    private const string InvalidName =
        "APPLICATION_COMMAND_INVALID_NAME Command name is invalid: lower case letters, digits, - and _ only";

    public static IReadOnlyList<LimitCase> All { get; } =
    [
        LimitCase.Between("name", 1, 32, n => Command(name: Text(n)), "name"),
        LimitCase.Needed("empty name", n => Command(name: Text(n)), "name"),
        new("lower case", Command(name: "ask"), Command(name: "Ask"), $"name: {InvalidName}"),
        new("name of one word", Command(name: "ask-me"), Command(name: "ask me"), $"name: {InvalidName}"),
        LimitCase.Between("description", 1, 100, n => Command(description: Text(n)), "description"),
        LimitCase.Needed("empty description", n => Command(description: Text(n)), "description"),
        LimitCase.AtMost("options", 25, n => Command(List(n, i => Option($"{i}"))), "options"),
        LimitCase.Between("option name", 1, 32, n => Command($"[{Option(Text(n))}]"), "options.0.name"),
        new("lower case of an option", Command(
            $"[{Option("a")}]"), Command($"[{Option("A")}]"), $"options.0.name: {InvalidName}"),
        LimitCase.Between(
            "option description", 1, 100, n => Command($"[{Option("a", description: Text(n))}]"),
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
        LimitCase.AtMost(
            "choices", 25, n => Command($"[{Chosen(List(n, i => Choice($"{i}", $"{i}")))}]"), "options.0.choices"),
        LimitCase.Between(
            "choice name", 1, 100, n => Command($"[{Chosen($"[{Choice(Text(n), "a")}]")}]"),
            "options.0.choices.0.name"),
        LimitCase.Between(
            "choice value", 1, 100, n => Command($"[{Chosen($"[{Choice("a", Text(n))}]")}]"),
            "options.0.choices.0.value"),
        new(
            "completed or chosen",
            Command($"[{Option("a", ",\"autocomplete\":true")}]"),
            Command($"[{Option("a", $",\"autocomplete\":true,\"choices\":[{Choice("a", "b")}]")}]"),
            "options.0: APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES_NOT_ALLOWED Choices cannot be set when "
                + "autocomplete is used"),
        LimitCase.Highest(
            "greatest length", 6000, n => Command($"[{Option("a", $",\"max_length\":{n}")}]"), "options.0.max_length"),
        LimitCase.AtMost("subcommands", 25, n => Command(List(n, i => Sub($"{i}", "[]"))), "options"),
        LimitCase.AtMost(
            "options of a subcommand", 25, n => Command($"[{Sub("a", List(n, i => Option($"{i}")))}]"),
            "options.0.options"),
        Summed("characters in all", n => Summing(n, options => options)),
        Summed("characters in all of a subcommand", n => Summing(n - 4, options => $"[{Sub("sub", options)}]")),
        LimitCase.Between("name of a user command", 1, 32, n => OnTarget(2, Text(n)), "name"),
        LimitCase.Between("name of a message command", 1, 32, n => OnTarget(3, $"A {Text(n - 2)}"), "name"),
        new(
            "no description of a message command",
            OnTarget(3, "Save This"),
            OnTarget(3, "Save This", ",\"description\":\"a\""),
            "description: APPLICATION_COMMAND_DESCRIPTION_CANNOT_BE_SET Context menu commands cannot have a "
                + "description"),
    ];

    public static string Named(string name, int type = 1) => type == 1 ? Command(name: name) : OnTarget(type, name);

    private static LimitCase Summed(string name, Func<int, string> body) =>
        new(name, body(8000), body(8001), ": APPLICATION_COMMAND_TOO_LARGE Command exceeds maximum size (8000)");

    /// <summary>A command with this many characters: 7,800 in choices, the rest in names and descriptions.</summary>
    private static string Summing(int length, Func<string, string> place)
    {
        var first = Option("a", $",\"choices\":{List(25, i => Choice($"{i}".PadLeft(100, 'x'), Text(100)))}", Text(40));
        var second =
            Option(
                "b", $",\"choices\":{List(14, i => Choice($"{i}".PadLeft(100, 'x'), Text(100)))}", Text(length - 7945));
        return Command(place($"[{first},{second}]"), description: Text(100));
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
