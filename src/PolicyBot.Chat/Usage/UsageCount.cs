namespace PolicyBot.Chat.Usage;

/// <summary>How often something happened.</summary>
/// <param name="Article">The article's name.</param>
/// <param name="Entry">The id of the entry that it happened to, or empty.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Count">How often; negative if it is taken back.</param>
public sealed record UsageCount(string Article, string Entry, UsageKind Kind, int Count);
