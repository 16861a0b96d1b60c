using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>
/// Finds the curated questions that match a partly typed question. Indexed on first use; thread-safe.
/// </summary>
/// <param name="set">The set.</param>
public sealed class QuestionCompleter(KnowledgeSet set)
{
    private readonly IReadOnlyList<QuestionEntry> _questions = set.Questions;
    private readonly TextCompleter _completer =
        new([.. set.Questions.Select(q => (q.Question, q.Phrasings))], matchAllWords: false);
    private readonly Lazy<QuestionEntry[]> _byTopic = new(() => SpreadOverTopics(set.Questions));

    /// <summary>
    /// Finds the matching questions, best first; if nothing was typed yet, questions from all topics.
    /// </summary>
    /// <param name="typed">The typed text; any text is allowed.</param>
    /// <param name="max">The maximum number of questions.</param>
    public IReadOnlyList<QuestionEntry> Complete(string typed, int max)
    {
        if (_completer.Complete(typed, max) is not { } fitting) return [.. _byTopic.Value.Take(max)];
        var entries = new QuestionEntry[fitting.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = _questions[fitting[i]];
        return entries;
    }

    // The first question of each topic, then the second of each, and so on.
    private static QuestionEntry[] SpreadOverTopics(IEnumerable<QuestionEntry> questions) =>
    [
        .. questions.GroupBy(q => q.Topics[0])
            .SelectMany(topic => topic.Select((question, round) => (question, round)))
            .OrderBy(q => q.round)
            .Select(q => q.question),
    ];
}
