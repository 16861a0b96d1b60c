namespace PolicyBot.Chat.Articles;

/// <summary>An article whose files have changed since they were last read.</summary>
/// <param name="Name">The article's name.</param>
/// <param name="Stamp">What its files are now; null if its folder was removed.</param>
public sealed record ArticleChange(string Name, string? Stamp);
