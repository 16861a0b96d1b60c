namespace PolicyBot.Chat.Usage;

/// <summary>A question in a user's words, for which the user then chose an entry.</summary>
/// <param name="Article">The article's name.</param>
/// <param name="Text">The question, as it is stored.</param>
/// <param name="Entry">The id of the entry.</param>
public sealed record SuggestedPhrasing(string Article, string Text, string Entry);
