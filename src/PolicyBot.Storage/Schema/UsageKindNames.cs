using PolicyBot.Chat.Usage;

namespace PolicyBot.Storage.Schema;

/// <summary>The kinds of what is counted as they stand in the rows.</summary>
internal static class UsageKindNames
{
    private const string Answered = "answered";
    private const string Offered = "offered";
    private const string NotInArticle = "not_in_article";
    private const string NoPreparedAnswer = "no_prepared_answer";
    private const string NotUnderstood = "not_understood";
    private const string Picked = "picked";
    private const string Helpful = "helpful";
    private const string NotHelpful = "not_helpful";

    public static string Format(UsageKind kind) => kind switch
    {
        UsageKind.Answered => Answered,
        UsageKind.Offered => Offered,
        UsageKind.NotInArticle => NotInArticle,
        UsageKind.NoPreparedAnswer => NoPreparedAnswer,
        UsageKind.NotUnderstood => NotUnderstood,
        UsageKind.Picked => Picked,
        UsageKind.Helpful => Helpful,
        UsageKind.NotHelpful => NotHelpful,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    public static UsageKind Parse(string name) => name switch
    {
        Answered => UsageKind.Answered,
        Offered => UsageKind.Offered,
        NotInArticle => UsageKind.NotInArticle,
        NoPreparedAnswer => UsageKind.NoPreparedAnswer,
        NotUnderstood => UsageKind.NotUnderstood,
        Picked => UsageKind.Picked,
        Helpful => UsageKind.Helpful,
        NotHelpful => UsageKind.NotHelpful,
        _ => throw new InvalidDataException($"The kind {name} is unknown."),
    };
}
