namespace PolicyBot.Knowledge.Answering;

/// <summary>Features in words, for explanations.</summary>
internal static class FeatureNames
{
    public static string Describe(Feature feature) => feature switch
    {
        Feature.Score => "likeness to the entry’s phrasings",
        Feature.ScoreLead => "lead over the next question in wording",
        Feature.ScoreLeadOverUnanswered => "lead over the closest unanswerable question in wording",
        Feature.ForeignAsk => "asks for something the entry never tells",
        Feature.ForeignShare => "share of words the entry never uses",
        Feature.ForeignName => "a name the entry does not mention",
        Feature.AbsentName => "a name or number the article never uses",
        Feature.MatchedWords => "words the entry uses",
        Feature.ForeignWords => "words the entry never uses",
        Feature.ContentWords => "how much the question says",
        Feature.UnknownWords => "words the set does not know",
        Feature.UnphrasedWords => "words that no phrasing of the entry has",
        Feature.ForeignRole => "asks who does it where the entry tells to whom, or the reverse",
        Feature.Meaning => "closeness in meaning to the entry’s phrasings",
        Feature.MeaningLead => "lead over the next question in meaning",
        Feature.MeaningLeadOverUnanswered => "lead over the closest unanswerable question in meaning",
        Feature.Evidence => "fit with the entry’s evidence",
        Feature.EvidenceLead => "lead over the next question’s evidence",
        Feature.EvidenceLeadOverUnanswered => "lead over the closest unanswerable question’s passage",
        Feature.EvidenceGap => "distance of the evidence from the best sentence",
        Feature.BestSentence => "fit with the article’s best sentence",
        Feature.RankLead => "lead over the next question in all",
        Feature.RankLeadOverUnanswered => "lead over the closest unanswerable question in all",
        Feature.Words => "length of the question",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "The feature has no name."),
    };
}
