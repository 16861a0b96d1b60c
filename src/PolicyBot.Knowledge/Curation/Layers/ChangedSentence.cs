using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>A sentence of an answer, as a moderator wrote it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Evidence">The words it rests on, each verbatim from the article.</param>
public sealed record ChangedSentence(string Text, IReadOnlyList<string> Evidence)
{
    /// <summary>Splits an answer into sentences that all rest on the same words.</summary>
    /// <param name="answer">The answer; if it is blank, the words themselves are the answer.</param>
    /// <param name="evidence">The words, each verbatim from the article.</param>
    public static IReadOnlyList<ChangedSentence> FromAnswer(string? answer, IReadOnlyList<string> evidence) =>
        string.IsNullOrWhiteSpace(answer)
            ? [.. evidence.Select(e => new ChangedSentence(e, [e]))]
            :
            [
                .. SentenceSplitter.SplitSentences(SentenceSplitter.SplitParagraphs(answer.Trim()))
                    .Select(s => new ChangedSentence(s.Text, evidence)),
            ];
}
