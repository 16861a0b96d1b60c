using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>What a command runs with. The dispatcher builds it once for each request.</summary>
/// <param name="Request">The request.</param>
public sealed record CommandContext(CommandRequest Request)
{
    private readonly ServedArticle? _article;

    /// <summary>The definitions of all listed commands, in the order of the help.</summary>
    public IReadOnlyList<CommandDefinition> Commands { get; init; } = [];

    /// <summary>The article that the request is about: the one it names, or else the first.</summary>
    /// <exception cref="InvalidOperationException">The command's definition says that it uses no article.</exception>
    public ServedArticle Article
    {
        get => _article ?? throw new InvalidOperationException($"/{Request.Command} is defined to use no article.");
        init => _article = value;
    }

    /// <summary>
    /// The articles that apply where the request was made, at least one; none for a command that uses no article.
    /// </summary>
    public IReadOnlyList<ServedArticle> Articles { get; init; } = [];

    /// <summary>
    /// Whether only the caller will see the reply, because the caller or the moderators want it so.
    /// </summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether the request names its article.</summary>
    public bool IsArticleChosen => ArticleOption.IsIn(Request);

    /// <summary>The names of articles that apply too, but can't be used now.</summary>
    public IReadOnlyList<string> MissingArticles { get; init; } = [];

    /// <summary>Splits it into what most commands need.</summary>
    public void Deconstruct(out CommandRequest request, out ServedArticle article) =>
        (request, article) = (Request, Article);
}
