namespace PolicyBot.Knowledge.Exchange;

/// <summary>The kinds of rows in a set's table.</summary>
internal static class EntryKind
{
    public const string Question = "question";
    public const string Unanswered = "unanswered";
    public const string Person = "person";
    public const string Organisation = "organisation";
    public const string Synonym = "synonym";
    public const string Absent = "absent";
    public const string Quote = "quote";
    public const string Summary = "summary";
    public const string Threshold = "threshold";

    /// <summary>All kinds, in the order of a table, each with the key of knowledge.yaml that holds it.</summary>
    public static IReadOnlyList<(string Kind, string Key)> All { get; } =
    [
        (Question, "questions"),
        (Unanswered, "unanswered"),
        (Person, "people"),
        (Organisation, "organisations"),
        (Synonym, "synonyms"),
        (Absent, "absent"),
        (Quote, "quotes"),
        (Summary, "summary"),
        (Threshold, "thresholds"),
    ];

    /// <summary>
    /// Gets the part that a kind belongs to; an import replaces whole parts. Questions and unanswered ones are one.
    /// </summary>
    public static string GetPart(string kind) => kind == Unanswered ? Question : kind;
}
