namespace PolicyBot.Knowledge.Answering;

/// <summary>What is measured of an entry as the answer to a question.</summary>
/// <param name="Score">The matcher's score.</param>
/// <param name="LeadOverAnswered">By how much it leads the best other entry that the article answers; negative where it does not.</param>
/// <param name="LeadOverUnanswered">By how much it leads the best entry that the article does not answer.</param>
/// <param name="ForeignAsk">1 where the question asks when, where, who, why or how and no phrasing of the entry does, else 0.</param>
/// <param name="ForeignShare">The share of the question's content words that the entry never uses, 0 to 1.</param>
/// <param name="ForeignName">1 where the question names someone of whom the entry says nothing, else 0.</param>
/// <param name="AbsentName">1 where the question has a name or number that the article never uses and the entry does not speak of, else 0.</param>
internal readonly record struct Candidate(
    float Score, float LeadOverAnswered, float LeadOverUnanswered, float ForeignAsk, float ForeignShare, float ForeignName, float AbsentName)
{
    /// <summary>By how much it leads whatever is next; negative where something leads it.</summary>
    public float Lead => Math.Min(LeadOverAnswered, LeadOverUnanswered);
}
