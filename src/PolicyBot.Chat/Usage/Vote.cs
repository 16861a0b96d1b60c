namespace PolicyBot.Chat.Usage;

/// <summary>A user's vote about an answer.</summary>
/// <param name="Server">The server.</param>
/// <param name="User">The user's id on the platform.</param>
/// <param name="Article">The article's name.</param>
/// <param name="Entry">The id of the entry that answered.</param>
/// <param name="IsHelpful">Whether the answer helped.</param>
public sealed record Vote(string Server, string User, string Article, string Entry, bool IsHelpful);
