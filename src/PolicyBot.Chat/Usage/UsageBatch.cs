namespace PolicyBot.Chat.Usage;

/// <summary>What happened in a server since usage data was last saved.</summary>
/// <param name="Server">The server.</param>
/// <param name="Counts">The counts; each combination of article, entry and kind once.</param>
/// <param name="Questions">The questions; each combination of article and text once.</param>
public sealed record UsageBatch(
    string Server, IReadOnlyList<UsageCount> Counts, IReadOnlyList<UnansweredQuestion> Questions)
{
    /// <summary>
    /// What users chose instead of an answer to their own questions; each combination of article and text once. It is
    /// stored with the questions that are stored then, and dropped without them.
    /// </summary>
    public IReadOnlyList<SuggestedPhrasing> Suggestions { get; init; } = [];
}
