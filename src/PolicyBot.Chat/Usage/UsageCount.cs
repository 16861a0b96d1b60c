namespace PolicyBot.Chat.Usage;

/// <summary>How often something happened.</summary>
/// <param name="Article">The article's name.</param>
/// <param name="Entry">The id of the entry it happened to; empty where it happened to none.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Count">How often; below 0 where that is taken back.</param>
public sealed record UsageCount(string Article, string Entry, UsageKind Kind, int Count);
