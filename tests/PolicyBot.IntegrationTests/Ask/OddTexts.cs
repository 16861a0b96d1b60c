namespace PolicyBot.IntegrationTests.Ask;

/// <summary>Texts that may break something. Each contains “xyzzy”, so that it can be found in a log.</summary>
internal static class OddTexts
{
    /// <summary>The longest text of an option.</summary>
    public const int MaxOption = 6_000;

    private const int MaxMessage = 2_000;
    private const int MaxShown = 200;

    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["mentions"] = "did <@{0}> <@!{0}> <@&{0}> @everyone @here <#{0}> </ask:{0}> <t:1:R> <:smile:{0}> sign xyzzy?",
        ["markup"] =
            "xyzzy ```cs\ncode``` `code` **bold** _it_ __under__ ~~gone~~ ||spoiler|| \\ [link](https://example.org)",
        ["links"] =
            "xyzzy <https://example.org> https://example.org http://example.org [a [b](<https://example.org> \"c\")",
        ["lines"] =
            "xyzzy\n# head\n## head\n  -# small\n- item\n  * item\n+ item\n1. item\n  2. item\n> quote\n>>> quotes",
        ["steering"] =
            "xyzzy\u200B \u202Ewho\u202C \u2066signed\u2069 \u200F\u061Cthe\u0000\u0007 letter\r\n\tnow\u001B[31m?",
        ["emoji"] = "xyzzy 🙂👩‍👩‍👧‍👦🏳️‍🌈🇩🇪1️⃣ who?",
        ["combining"] = "xyzzy Z\u0337\u0322\u031B\u0328a\u0338l\u0335g\u0337o\u0336 e\u0301 who?",
        ["quotation marks"] = "xyzzy \"who\" 'signed' “the” «letter»? \\\" \\",
        ["marks alone"] = "xyzzy" + new string('*', MaxOption - 5),
        ["backslashes alone"] = "xyzzy" + new string('\\', MaxOption - 5),
        ["emoji alone"] = "xyzzy " + string.Concat(Enumerable.Repeat("🙂", (MaxOption - 6) / 2)),
        ["combining alone"] = "xyzzy" + new string('\u0336', MaxOption - 5),
        ["line feeds"] = "xyzzy" + new string('\n', MaxOption - 6) + "?",
        ["many words"] = string.Join(' ', Enumerable.Range(1_000, 601).Select(n => $"xyzzy{n}"))[..MaxOption],
        ["one word"] = "did xyzzy" + new string('x', MaxOption - 27) + " sign the letter?",
    };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Gets a text by its name, with an id instead of {0}.</summary>
    public static string Find(string name, ulong id) => All[name].Replace("{0}", $"{id}", StringComparison.Ordinal);

    /// <summary>The text, truncated to the length of a message.</summary>
    public static string InAMessage(string text) => Head(text, MaxMessage);

    /// <summary>The text as it may be shown: without control characters, and truncated.</summary>
    public static string AsShown(string name, string text)
    {
        if (name == "steering") return "xyzzy who signed the letter \n now[31m?";
        return text.Length <= MaxShown ? text : Head(text, MaxShown) + "…";
    }

    private static string Head(string text, int max)
    {
        if (text.Length <= max) return text;
        return text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
    }
}
