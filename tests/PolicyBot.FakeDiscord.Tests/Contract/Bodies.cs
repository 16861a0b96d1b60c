namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Creates JSON bodies that are valid except for what the caller adds.</summary>
internal static class Bodies
{
    public static string Text(int length) => new('x', length);

    public static string List(int count, string item) => $"[{string.Join(',', Enumerable.Repeat(item, count))}]";

    /// <summary>Creates a message from the members of its JSON object.</summary>
    public static string Message(string members) => $$$"""{"allowed_mentions":{"parse":[]},{{{members}}}}""";

    public static string Embed(string members) => Message($$"""  "embeds":[{{{members}}}]""");

    public static string Button(string members) => MessageRow($$"""[{"type":2,"style":1,{{members}}}]""");

    public static string Select(string members) => MessageRow($$"""[{"type":3,"custom_id":"s",{{members}}}]""");

    public static string MessageRow(string components) =>
        Message($$"""  "components":[{"type":1,"components":{{components}}}]""");

    public static string Reply(string data) => $$$"""{"type":4,"data":{{{data}}}}""";

    public static string Choices(string choices) => $$$"""{"type":8,"data":{"choices":{{{choices}}}}}""";

    public static string Modal(string title, string rows) =>
        $$$"""{"type":9,"data":{"custom_id":"m","title":"{{{title}}}","components":{{{rows}}}}}""";

    public static string Row(string members) =>
        $$"""{"type":1,"components":[{"type":4,"custom_id":"i","style":1,{{members}}}]}""";

    public static string Command(string members) => $$"""[{"name":"ask","description":"Ask a question",{{members}}}]""";

    public static string Option(string members) =>
        Command($$"""  "options":[{"type":3,"name":"question","description":"The question",{{members}}}]""");
}
