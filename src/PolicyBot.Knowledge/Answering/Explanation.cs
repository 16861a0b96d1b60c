using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>How an outcome came about, for a reader who asks why.</summary>
/// <param name="Best">The entry that came first, answered or not; null where the question has no word to go by.</param>
/// <param name="Phrasing">The phrasing of <paramref name="Best"/> that is most like the question.</param>
/// <param name="RunnerUp">The entry that came second.</param>
/// <param name="Margin">By how much the first leads the second, in units of score.</param>
/// <param name="Parts">What the score of <paramref name="Best"/> and the confidence are made of, largest first.</param>
/// <param name="UnknownWords">Words of the question that the article and its set do not know.</param>
/// <param name="Repairs">Words that were read as another, as "asked → read".</param>
public sealed record Explanation(
    Entry? Best, string? Phrasing, Entry? RunnerUp, double Margin, IReadOnlyList<ScorePart> Parts, IReadOnlyList<string> UnknownWords, IReadOnlyList<string> Repairs);
