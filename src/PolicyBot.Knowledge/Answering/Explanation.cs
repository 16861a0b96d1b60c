using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>How an outcome came about, for a reader who asks why.</summary>
/// <param name="Best">The entry that was answered, or else the one of the highest score, answerable or not; null where the question has no word to go by.</param>
/// <param name="Phrasing">The phrasing of <paramref name="Best"/> that is most like the question.</param>
/// <param name="RunnerUp">The other entry of the highest score.</param>
/// <param name="Margin">By how much the first leads it in score.</param>
/// <param name="Parts">What the confidence in the best answerable entry is made of, as log-odds, largest first.</param>
/// <param name="UnknownWords">Words of the question that the article and its set do not know.</param>
/// <param name="Corrections">Words that were read as another, as "asked → read".</param>
public sealed record Explanation(
    Entry? Best, string? Phrasing, Entry? RunnerUp, double Margin, IReadOnlyList<ScorePart> Parts, IReadOnlyList<string> UnknownWords, IReadOnlyList<string> Corrections)
{
    /// <summary>Where there is nothing to explain.</summary>
    public static Explanation None { get; } = new(null, null, null, 0, [], [], []);
}
