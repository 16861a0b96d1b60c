namespace PolicyBot.Chat.Usage;

/// <summary>What happened in one community since it was written down last.</summary>
/// <param name="Server">The community.</param>
/// <param name="Counts">The counts; each article, entry and kind once.</param>
/// <param name="Questions">The questions to be kept, with how often each was asked; each article and text once. When they were asked last is when they are written down.</param>
public sealed record UsageBatch(string Server, IReadOnlyList<UsageCount> Counts, IReadOnlyList<UnansweredQuestion> Questions);
