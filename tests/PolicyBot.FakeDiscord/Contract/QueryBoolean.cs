namespace PolicyBot.FakeDiscord.Contract;

/// <summary>A boolean in a query, in the spellings that Discord documents.</summary>
internal static class QueryBoolean
{
    /// <summary>Returns null for a text that is no boolean.</summary>
    public static bool? Parse(string? text) => text switch
    {
        "True" or "true" or "1" => true,
        "False" or "false" or "0" => false,
        _ => null,
    };
}
