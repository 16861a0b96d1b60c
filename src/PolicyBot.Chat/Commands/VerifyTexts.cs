using System.Globalization;
using PolicyBot.Knowledge.Verification;

namespace PolicyBot.Chat.Commands;

/// <summary>What members read when they check a quotation.</summary>
internal static class VerifyTexts
{
    public const string Verbatim = "These are the article's words.";
    public const string Altered = "The article's words are different.";
    public const string Cut = "These are the article's words, but words that matter were left out.";
    public const string WrongSpeaker = "These are the article's words, but somebody else says them.";
    public const string Joined = "These words come from different places in the article.";
    public const string NotFound = "These words aren't in the article.";

    public const string Differences = "What differs";
    public const string Original = "In the article:";
    public const string InFull = "In full:";
    public const string Closest = "The closest passage:";
    public const string OnlyWording = "I compare the wording. I can't tell whether a statement is true.";
    public const string NoWords = "There are no words to check. Write the quotation after /verify.";

    public static string TooLong { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"I can check up to {QuotationVerifier.MaxLength:N0} characters. Please check a shorter quotation.");

    public static string Describe(TextEdit edit) => edit switch
    {
        { IsAddition: true } => $"Added: “{edit.Quoted}”",
        { IsOmission: true } => $"Missing: “{edit.Original}”",
        _ => $"“{edit.Quoted}”: the article says “{edit.Original}”",
    };

    public static string Describe(FactDifference fact) => $"The article says “{fact.Original}”, not “{fact.Quoted}”.";

    public static string Describe(CutKind kind) => kind switch
    {
        CutKind.Negation => "The words left out contain a negation.",
        CutKind.Condition => "The words left out limit the statement.",
        CutKind.Speaker => "The words left out name a speaker.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    public static string DescribeSpeaker(string claimed, string? speaker) => speaker is null
        ? $"You attribute this to {claimed}; the article says it without quoting anyone."
        : $"You attribute this to {claimed}; the article attributes it to {speaker}.";

    public static string? DescribeSurface(QuotationVerdict.Verbatim verdict)
    {
        var differences = new List<string>();
        if (verdict.HasOtherQuotationMarks) differences.Add("quotation marks");
        if (verdict.HasOtherDashes) differences.Add("dashes");
        if (verdict.HasOtherSpaces) differences.Add("spaces");
        if (differences.Count == 0) return null;
        var list = differences.Count == 1
            ? differences[0]
            : $"{string.Join(", ", differences[..^1])} and {differences[^1]}";
        return $"Only the {list} differ.";
    }

    public static string DescribePlace(int paragraph, int count) => paragraph == 0
        ? "In the headline"
        : string.Create(CultureInfo.InvariantCulture, $"Paragraph {paragraph} of {count}");
}
