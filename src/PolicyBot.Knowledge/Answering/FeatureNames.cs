namespace PolicyBot.Knowledge.Answering;

/// <summary>Describes features in plain words, for explanations.</summary>
internal static class FeatureNames
{
    /// <summary>The features that measure an entry's evidence.</summary>
    public static IReadOnlyList<Feature> OfEvidence { get; } =
    [
        Feature.Evidence, Feature.EvidenceLead, Feature.EvidenceLeadOverUnanswered, Feature.EvidenceGap,
    ];

    public static string Describe(Feature feature) => feature switch
    {
        Feature.Score => "how much the wording resembles its phrasings",
        Feature.ScoreLead => "its lead over the next question, in wording",
        Feature.ScoreLeadOverUnanswered => "its lead over the closest unanswerable question, in wording",
        Feature.ForeignAsk => "whether it says what is asked for (when, where, who, why, how)",
        Feature.ForeignShare => "the share of words that it never uses",
        Feature.ForeignName => "names that it doesn't mention",
        Feature.AbsentName => "names and numbers that the article never uses",
        Feature.MatchedWords => "the number of words that it uses",
        Feature.ForeignWords => "the number of words that it never uses",
        Feature.ContentWords => "how much the question says",
        Feature.UnknownWords => "words that the set doesn't know",
        Feature.UnphrasedWords => "words that none of its phrasings has",
        Feature.ForeignRole => "whether it asks who does what to whom the same way",
        Feature.Meaning => "how close its phrasings are in meaning",
        Feature.MeaningLead => "its lead over the next question, in meaning",
        Feature.MeaningLeadOverUnanswered => "its lead over the closest unanswerable question, in meaning",
        Feature.Evidence => "how well its evidence fits",
        Feature.EvidenceLead => "the lead of its evidence over the next question's",
        Feature.EvidenceLeadOverUnanswered =>
            "the lead of its evidence over the closest unanswerable question's passage",
        Feature.EvidenceGap => "how close its evidence is to the best sentence of the article",
        Feature.BestSentence => "how well the best sentence of the article fits",
        Feature.RankLead => "its lead over the next question, in total",
        Feature.RankLeadOverUnanswered => "its lead over the closest unanswerable question, in total",
        Feature.Words => "the length of the question",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "The feature has no name."),
    };
}
