using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Explains an outcome, for readers who ask why.</summary>
/// <param name="Best">
/// The entry of the answer, or else the highest-scoring one, answerable or not; null if the question has no usable
/// word.
/// </param>
/// <param name="Phrasing">The phrasing of <paramref name="Best"/> most similar to the question.</param>
/// <param name="RunnerUp">The second-best entry, or null.</param>
/// <param name="Margin">The best entry's lead over the runner-up, in confidence.</param>
/// <param name="Parts">The parts of the confidence in the best answerable entry, as log-odds, largest first.</param>
/// <param name="UnknownWords">Words of the question that neither the article nor its set uses.</param>
/// <param name="Corrections">Corrected words, as "asked → read".</param>
public sealed record Explanation(
    Entry? Best,
    string? Phrasing,
    Entry? RunnerUp,
    double Margin,
    IReadOnlyList<ScorePart> Parts,
    IReadOnlyList<string> UnknownWords,
    IReadOnlyList<string> Corrections)
{
    /// <summary>The explanation if there is nothing to explain.</summary>
    public static Explanation None { get; } = new(null, null, null, 0, [], [], []);
}
