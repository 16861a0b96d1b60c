namespace PolicyBot.Chat.Usage;

/// <summary>The headings and words of tables about usage.</summary>
internal static class UsageTableTexts
{
    public static IReadOnlyList<string> QuestionColumns { get; } =
        ["Question", "Article", "Outcome", "Times asked", "First asked (UTC)", "Last asked (UTC)", "Suggested entry"];

    public static IReadOnlyList<string> CountColumns { get; } =
    [
        "Article",
        "Entry",
        "Answered",
        "Chosen from suggestions",
        "Rated helpful",
        "Rated not helpful",
        "Offered a choice",
        "No prepared answer",
        "Not in the article",
        "Not understood",
    ];

    /// <summary>What happened to a question that was not answered, or not well.</summary>
    public static string Outcome(UsageKind kind) => kind switch
    {
        UsageKind.NotInArticle => "not in the article",
        UsageKind.NoPreparedAnswer => "no prepared answer",
        UsageKind.NotUnderstood => "not understood",
        UsageKind.Offered => "offered a choice",
        _ => "answered, but not helpful",
    };
}
