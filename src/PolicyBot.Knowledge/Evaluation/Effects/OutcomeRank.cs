using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Evaluation.Effects;

/// <summary>Ranks outcomes of a question by how much they help the reader.</summary>
internal static class OutcomeRank
{
    /// <summary>Gets the rank of an outcome; a higher one is better.</summary>
    /// <param name="answer">The outcome.</param>
    /// <param name="right">The ids of the entries that answer the question; empty if the article doesn't.</param>
    public static int Get(Answer answer, IReadOnlyList<string> right) =>
        right.Count == 0 ? GetUnanswerable(answer) : GetAnswerable(answer, right);

    /// <summary>Whether two outcomes are of the same kind and show the same entry.</summary>
    public static bool AreSame(Answer first, Answer second) =>
        first.GetType() == second.GetType() && FindShown(first)?.Id == FindShown(second)?.Id;

    private static int GetAnswerable(Answer answer, IReadOnlyList<string> right) => answer switch
    {
        Answer.Answered(var entry) => right.Contains(entry.Id) ? 5 : 0,
        // It is untrue, whatever it suggests.
        Answer.NotInArticle => 1,
        Answer.NoPreparedAnswer { Closest: { } closest } when right.Contains(closest.Id) => 4,
        _ => answer.Suggestions.Any(s => right.Contains(s.Entry.Id)) ? 3 : 2,
    };

    private static int GetUnanswerable(Answer answer) => answer switch
    {
        Answer.Answered => 0,
        Answer.NoPreparedAnswer { Closest: not null } => 1,
        Answer.NotInArticle => 3,
        _ => 2,
    };

    // The entry that the reader sees, or that the outcome names.
    private static Entry? FindShown(Answer answer) => answer switch
    {
        Answer.Answered(var entry) => entry,
        Answer.NoPreparedAnswer { Withheld: { } withheld } => withheld,
        Answer.NoPreparedAnswer(var closest) => closest,
        Answer.NotInArticle(Absence.ListedQuestion(var listed)) => listed,
        _ => null,
    };
}
