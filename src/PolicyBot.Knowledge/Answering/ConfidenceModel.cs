namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// How likely a candidate is right: a logistic regression over what is measured of it. The weights are rounded by hand between two fits, one to the
/// tuning half of the shipped set's evaluation questions and one to its phrasings left out; no program here makes the fit again. Other sets use them as they are.
/// </summary>
internal static class ConfidenceModel
{
    public const double Bias = -0.6;
    public const double Score = 0.2;
    public const double LeadOverUnanswered = 1.9;
    public const double Lead = 2.1;
    public const double ForeignAsk = -1.2;
    public const double ForeignShare = -2.8;
    public const double ForeignName = -0.4;
    public const double AbsentName = -1.2;

    /// <summary>A lead counts up to this; past it nothing is surer.</summary>
    public const float MaxLead = 1.5f;

    /// <summary>0 to 1.</summary>
    public static double Confidence(in Candidate c) => 1 / (1 + Math.Exp(-LogOdds(c)));

    /// <summary>The sum of the parts.</summary>
    public static double LogOdds(in Candidate c) =>
        Bias + (Score * c.Score) + (LeadOverUnanswered * Capped(c.LeadOverUnanswered)) + (Lead * Capped(c.Lead)) + (ForeignAsk * c.ForeignAsk)
        + (ForeignShare * c.ForeignShare) + (ForeignName * c.ForeignName) + (AbsentName * c.AbsentName);

    /// <summary>The summands of the log-odds, by name.</summary>
    public static ScorePart[] Parts(in Candidate c) =>
    [
        new("starting point", Bias),
        new("likeness to the entry’s phrasings", Score * c.Score),
        new("lead over the nearest unanswered question", LeadOverUnanswered * Capped(c.LeadOverUnanswered)),
        new("lead over whatever is next", Lead * Capped(c.Lead)),
        new("asks for what the entry never tells", ForeignAsk * c.ForeignAsk),
        new("words the entry never uses", ForeignShare * c.ForeignShare),
        new("a name the entry says nothing of", ForeignName * c.ForeignName),
        new("a name the article never uses", AbsentName * c.AbsentName),
    ];

    private static float Capped(float lead) => Math.Clamp(lead, -MaxLead, MaxLead);
}
