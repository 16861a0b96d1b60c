using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Answers questions about one article from its curated set. Trained when made; then deterministic, in process, and safe for many threads.</summary>
public sealed class Answerer
{
    /// <summary>The longest question that is read, in UTF-16 code units; a longer one is <see cref="Answer.NotUnderstood"/>.</summary>
    public const int MaxQuestionLength = 6000;

    /// <summary>Trains on a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="thresholds">Thresholds in place of the set's own, or null.</param>
    public Answerer(KnowledgeSet set, Thresholds? thresholds = null) => (Set, Thresholds) = (set, thresholds ?? set.Thresholds ?? new Thresholds(0.5, 0.3));

    /// <summary>The set.</summary>
    public KnowledgeSet Set { get; }

    /// <summary>The thresholds in force.</summary>
    public Thresholds Thresholds { get; }

    /// <summary>Answers a question, whatever its text.</summary>
    public Answer Ask(string question) => throw new NotSupportedException(question);
}
