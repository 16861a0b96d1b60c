using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Completing;

/// <summary>x</summary>
public sealed class QuestionCompleter(KnowledgeSet set)
{
    /// <summary>x</summary>
    public IReadOnlyList<QuestionEntry> Complete(string typed, int max) => [.. set.Questions.Where(q => q.Question.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(max)];
}
