
namespace PolicyBot.Chat.Articles;

/// <summary>
/// The article of a server can't be served now, so something that was due, such as a daily post, can't be done.
/// </summary>
/// <param name="message">Which article, and why, in a line.</param>
public sealed class ArticleUnavailableException(string message) : Exception(message);
