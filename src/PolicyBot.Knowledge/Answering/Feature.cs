namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// What is measured for an entry as a candidate answer. The files of the confidence models use these names.
/// </summary>
internal enum Feature
{
    /// <summary>
    /// The lexical score: about 1 for one of the entry's own phrasings, below 0 for an unrelated question.
    /// </summary>
    Score,

    /// <summary>The score's lead over the best other answerable entry; negative if it trails.</summary>
    ScoreLead,

    /// <summary>The score's lead over the best unanswerable entry; 1.5 if the set has none.</summary>
    ScoreLeadOverUnanswered,

    /// <summary>
    /// 1 if the question asks when, where, who, why or how, or negates, and no phrasing of the entry does; otherwise 0.
    /// </summary>
    ForeignAsk,

    /// <summary>The share of the question's content words that the entry never uses, 0 to 1.</summary>
    ForeignShare,

    /// <summary>1 if the question names someone whom the entry does not mention; otherwise 0.</summary>
    ForeignName,

    /// <summary>1 if the question has a name or number that the article never uses; otherwise 0.</summary>
    AbsentName,

    /// <summary>Content words of the question that the entry uses.</summary>
    MatchedWords,

    /// <summary>Content words of the question that the entry never uses.</summary>
    ForeignWords,

    /// <summary>Content words of the question.</summary>
    ContentWords,

    /// <summary>Content words of the question that the set does not know.</summary>
    UnknownWords,

    /// <summary>
    /// Content words of the question for which no phrasing of the entry has the word or one of its thesaurus group.
    /// </summary>
    UnphrasedWords,

    /// <summary>
    /// 1 if the question asks for a different role than the entry's phrasings do with the same word (who sent, sent to
    /// whom); otherwise 0.
    /// </summary>
    ForeignRole,

    /// <summary>
    /// The cosine of the question and the mean of the entry's phrasings. This and all later features need the encoder.
    /// </summary>
    Meaning,

    /// <summary>The same measure's lead over the best other answerable entry.</summary>
    MeaningLead,

    /// <summary>The same measure's lead over the best unanswerable entry; 1 if the set has none.</summary>
    MeaningLeadOverUnanswered,

    /// <summary>How well the question's words fit the entry's best evidence sentence (MaxSim).</summary>
    Evidence,

    /// <summary>The same measure's lead over the best other answerable entry.</summary>
    EvidenceLead,

    /// <summary>The same measure's lead over the best unanswerable entry; 1 if the set has none.</summary>
    EvidenceLeadOverUnanswered,

    /// <summary>
    /// The difference between the entry's best evidence sentence and the article's best sentence; 0 or negative.
    /// </summary>
    EvidenceGap,

    /// <summary>How well the question's words fit the article's best sentence.</summary>
    BestSentence,

    /// <summary>The lead of the sum of score, meaning and evidence over the best other answerable entry.</summary>
    RankLead,

    /// <summary>The same over the best unanswerable entry; 2 if the set has none.</summary>
    RankLeadOverUnanswered,

    /// <summary>The number of words of the question.</summary>
    Words,
}
