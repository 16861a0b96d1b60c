using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// The option by which users choose one of several articles. Buttons carry a short key of the article instead, so that
/// they fit into what a platform allows.
/// </summary>
public static class ArticleOption
{
    /// <summary>The option that users see: an article's name or title.</summary>
    public const string Name = "article";

    /// <summary>The option in buttons, which platforms don't list.</summary>
    public const string KeyName = "in";

    /// <summary>The option of a command that shows one article.</summary>
    public static CommandOption Definition { get; } =
        new(Name, "Which article; start typing its title.") { HasAutocomplete = true };

    /// <summary>Returns the request for an article.</summary>
    public static CommandRequest For(this CommandRequest request, ServedArticle article) =>
        request.Without(Name).With(KeyName, article.Key) with { CompactForm = request.CompactForm?.For(article) };

    /// <summary>Returns the action for an article.</summary>
    public static ReplyAction For(this ReplyAction action, ServedArticle article) =>
        action with { Request = action.Request.For(article) };

    /// <summary>Whether a request names an article.</summary>
    internal static bool IsIn(CommandRequest request) => GetWanted(request) is not null;

    /// <summary>
    /// Finds the article that a request names; the first if it names none, null if it isn't among them.
    /// </summary>
    internal static ServedArticle? Find(CommandRequest request, IReadOnlyList<ServedArticle> articles)
    {
        if (GetWanted(request) is not { } wanted) return articles[0];
        return articles.FirstOrDefault(a => a.Key == wanted)
            ?? articles.FirstOrDefault(a => AreEqual(a.Set.Name, wanted))
            ?? articles.FirstOrDefault(a => AreEqual(a.Set.Article.Title, wanted));
    }

    /// <summary>Lists the articles whose names or titles contain what a user has typed.</summary>
    internal static IReadOnlyList<AutocompleteChoice> Complete(
        string typed, IEnumerable<(string Name, string Title)> articles, int max) =>
    [
        .. articles
            .Where(a => a.Title.Contains(typed, StringComparison.OrdinalIgnoreCase)
                || a.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Take(max)
            .Select(a => new AutocompleteChoice(a.Title, a.Name)),
    ];

    /// <summary>Makes the actions of a reply that is about one of several articles lead to that article.</summary>
    internal static Reply AddTo(Reply reply, CommandContext context)
    {
        if (context.Articles.Count < 2) return reply;
        return reply with
        {
            Choices = [.. reply.Choices.Select(a => a with { Request = Add(a.Request) })],
            Actions = [.. reply.Actions.Select(a => a with { Request = Add(a.Request) })],
            Permalink = reply.Permalink is { } permalink ? Add(permalink) : null,
            Form = reply.Form is { } form ? form with { Request = Add(form.Request) } : null,
        };

        CommandRequest Add(CommandRequest request) => IsIn(request) ? request : request.For(context.Article);
    }

    private static string? GetWanted(CommandRequest request) => request.GetOption(KeyName) ?? request.GetOption(Name);

    private static bool AreEqual(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
