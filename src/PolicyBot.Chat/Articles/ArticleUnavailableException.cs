
namespace PolicyBot.Chat.Articles;

/// <summary>
/// The article of a server can't be served now, and something was due that nobody is there to be told of.
/// </summary>
/// <param name="message">Which article, and why, in a line.</param>
public sealed class ArticleUnavailableException(string message) : Exception(message);
