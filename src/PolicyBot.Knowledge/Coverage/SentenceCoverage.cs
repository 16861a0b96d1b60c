using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Coverage;

/// <summary>A sentence of the article, and what uses it.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Answers">The ids of the questions whose answers rest on it.</param>
/// <param name="Quotes">The ids of the quotes from it.</param>
/// <param name="IsInSummary">Whether the summary rests on it.</param>
/// <param name="Unanswerable">
/// The ids of the questions that the article doesn't answer, and to which it is the closest passage.
/// </param>
public sealed record SentenceCoverage(
    Passage Sentence,
    IReadOnlyList<string> Answers,
    IReadOnlyList<string> Quotes,
    bool IsInSummary,
    IReadOnlyList<string> Unanswerable)
{
    /// <summary>The use that matters most to readers.</summary>
    public SentenceUse Use =>
        Answers.Count > 0 ? SentenceUse.Answer
        : Quotes.Count > 0 ? SentenceUse.Quote
        : IsInSummary ? SentenceUse.Summary
        : Unanswerable.Count > 0 ? SentenceUse.Unanswerable
        : SentenceUse.Nothing;

    /// <summary>Whether readers can learn what it says: from an answer, a quote or the summary.</summary>
    public bool IsCovered => Use >= SentenceUse.Summary;
}
