namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// What is measured of an entry as the one that a question asks for. The confidence model names its splits by these.
/// </summary>
internal enum Feature
{
    /// <summary>The lexical score: about 1 for one of the entry's own phrasings, below 0 for something else.</summary>
    Score,

    /// <summary>
    /// By how much the score leads that of the best other entry that the article answers; negative if it does not.
    /// </summary>
    ScoreLead,

    /// <summary>The same over the best entry that the article does not answer; 1.5 if the set lists none.</summary>
    ScoreLeadOverUnanswered,

    /// <summary>
    /// 1 if the question asks when, where, who, why or how, or denies, and no phrasing of the entry does; else 0.
    /// </summary>
    ForeignAsk,

    /// <summary>The share of the question's content words that the entry never uses, 0 to 1.</summary>
    ForeignShare,

    /// <summary>1 if the question names someone whom the entry does not mention; else 0.</summary>
    ForeignName,

    /// <summary>1 if the question has a name or number that the article never uses; else 0.</summary>
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
    /// Content words of the question that no phrasing of the entry has, nor a word of the same thesaurus group.
    /// </summary>
    UnphrasedWords,

    /// <summary>
    /// 1 if the question asks for another role than the entry's phrasings do with the same word: who sent, sent to
    /// whom; else 0.
    /// </summary>
    ForeignRole,

    /// <summary>
    /// The cosine of the question with the mean of the entry's phrasings. This and all that follow need the encoder.
    /// </summary>
    Meaning,

    /// <summary>By how much that leads the best other entry that the article answers.</summary>
    MeaningLead,

    /// <summary>
    /// By how much that leads the best entry that the article does not answer; 1 if the set lists none.
    /// </summary>
    MeaningLeadOverUnanswered,

    /// <summary>How well the question's words fit the entry's best evidence sentence (MaxSim).</summary>
    Evidence,

    /// <summary>By how much that leads the best other entry that the article answers.</summary>
    EvidenceLead,

    /// <summary>
    /// By how much that leads the best entry that the article does not answer; 1 if the set lists none.
    /// </summary>
    EvidenceLeadOverUnanswered,

    /// <summary>
    /// By how much the entry's best evidence sentence is behind the article's best sentence; 0 or negative.
    /// </summary>
    EvidenceGap,

    /// <summary>How well the question's words fit the article's best sentence.</summary>
    BestSentence,

    /// <summary>
    /// By how much the sum of score, meaning and evidence leads the best other entry that the article answers.
    /// </summary>
    RankLead,

    /// <summary>The same over the best entry that the article does not answer; 2 if the set lists none.</summary>
    RankLeadOverUnanswered,

    /// <summary>Words of the question.</summary>
    Words,
}
