using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Benchmarks.Fitting;

/// <summary>
/// The direction in which a feature may change the confidence in an answer: a name that the entry lacks, for example,
/// must never raise it.
/// </summary>
internal static class FeatureDirections
{
    /// <summary>Gets 1 if more of it may only raise the confidence, −1 if it may only lower it, 0 for both.</summary>
    public static int GetForAnswers(Feature feature) => feature switch
    {
        Feature.Score or Feature.ScoreLead or Feature.ScoreLeadOverUnanswered or Feature.MatchedWords
            or Feature.Meaning or Feature.MeaningLead or Feature.MeaningLeadOverUnanswered
            or Feature.Evidence or Feature.EvidenceLead or Feature.EvidenceLeadOverUnanswered or Feature.EvidenceGap
            or Feature.RankLead or Feature.RankLeadOverUnanswered => 1,
        Feature.ForeignAsk or Feature.ForeignShare or Feature.ForeignName or Feature.AbsentName or Feature.ForeignWords
            or Feature.UnknownWords or Feature.UnphrasedWords or Feature.ForeignRole => -1,
        _ => 0,
    };

    /// <summary>Gets 0: for refusals, no direction is known in advance.</summary>
    public static int GetForRefusals(Feature feature) => 0;
}
