using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Servers;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>A command that reads or changes a server's set.</summary>
/// <param name="name">Its name, with the group's.</param>
/// <param name="description">What it does.</param>
/// <param name="options">Its own options; the article is the last one.</param>
/// <param name="services">What all these commands need.</param>
internal abstract class CurateCommand(
    string name, string description, IReadOnlyList<CommandOption> options, CurateServices services)
    : ModeratorCommand($"{Group} {name}", description, [.. options, ArticleOption.Definition])
{
    /// <summary>The name of the group.</summary>
    public const string Group = "curate";

    /// <summary>The option that names an entry.</summary>
    protected const string EntryOption = "entry";

    /// <summary>The option that says why.</summary>
    protected const string ReasonOption = "reason";

    private const int MaxReasonLength = 300;

    /// <summary>The option that says why.</summary>
    protected static CommandOption Reason { get; } = new(ReasonOption, "The reason, for the history.");

    /// <summary>The option that names an entry, completed while the user types.</summary>
    protected static CommandOption Entry { get; } = new(EntryOption, "The question; start typing to find it.")
    {
        IsRequired = true,
        IsDefault = true,
        HasAutocomplete = true,
    };

    /// <summary>What all these commands need.</summary>
    protected CurateServices Services { get; } = services;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (request.Caller?.Server is not { } server
            || await Services.Settings.FindAsync(server, cancellationToken) is not { } settings)
            return [];
        var typed = request.GetOption(optionName) ?? "";
        if (optionName == ArticleOption.Name)
        {
            return ArticleOption.Complete(
                typed, ListArticles(settings).Select(n => (n, Services.Articles.GetTitle(n))), max);
        }

        if (optionName != EntryOption || FindArticle(request, settings) is not { } article) return [];
        return await Services.Articles.FindOneAsync(article, settings, cancellationToken)
            is ArticleLookup.Found(var served)
            ? [.. ListEntries(served, typed).Take(max).Select(e => new AutocompleteChoice(e.Question, e.Id))]
            : [];
    }

    /// <inheritdoc/>
    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (context.GetOption(ReasonOption)?.Length > MaxReasonLength)
            return Reply.Refusal(CurateTexts.TooLong(ReasonOption, MaxReasonLength));
        var settings = await Services.Settings.ReadAsync(context.Server, cancellationToken);
        if (FindArticle(context.Request, settings) is not { } article)
        {
            return Reply.Refusal(
                CurateTexts.UnknownArticle(ListArticles(settings).Select(Services.Articles.GetTitle)));
        }

        return await Services.Editor.ReadAsync(context.Server, article, cancellationToken) is { } set
            ? await RunAsync(set, context, cancellationToken)
            : Reply.Refusal(CurateTexts.ArticleUnavailable);
    }

    /// <summary>Runs the command.</summary>
    protected abstract Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken);

    /// <summary>Creates the request for a command of this group about the same article.</summary>
    protected static CommandRequest CreateRequest(
        string name, CuratedSet set, ModeratorContext context, params (string Name, string Value)[] options) =>
        CommandRequest.Create($"{Group} {name}", context.Request.ConversationId, options).For(set.Current.Article);

    /// <summary>Tries a change, and replies with what it would do, or with why it can't be made.</summary>
    protected async Task<Reply> ProposeAsync(
        CuratedSet set, ProposedEdit edit, ModeratorContext context, CancellationToken cancellationToken) =>
        EffectReply.Create(
            await Services.Editor.ProposeAsync(set, edit, cancellationToken),
            edit,
            set,
            context.Request.ConversationId);

    /// <summary>Creates the reply to an entry that the set doesn't have.</summary>
    protected static Reply RefuseUnknown(CuratedSet set, ModeratorContext context) => Reply.Refusal(
        set.IsRetired(context.GetOption(EntryOption) ?? "") ? CurateTexts.EntryRetired : CurateTexts.UnknownEntry);

    private static IEnumerable<Entry> ListEntries(ServedArticle article, string typed) =>
        article.Questions.Complete(typed, Reply.MaxChoices).Concat<Entry>(
            article.Set.Unanswerable.Where(u => u.Question.Contains(typed, StringComparison.OrdinalIgnoreCase)));

    private string? FindArticle(CommandRequest request, ServerSettings settings)
    {
        var names = ListArticles(settings);
        if ((request.GetOption(ArticleOption.KeyName) ?? request.GetOption(ArticleOption.Name)) is not { } wanted)
            return names[0];
        return names.FirstOrDefault(n => ServedArticle.CreateKey(n) == wanted)
            ?? names.FirstOrDefault(n => string.Equals(n, wanted, StringComparison.OrdinalIgnoreCase))
            ?? names.FirstOrDefault(n =>
                string.Equals(Services.Articles.GetTitle(n), wanted, StringComparison.OrdinalIgnoreCase));
    }

    // Those of the server, then those of single channels.
    private List<string> ListArticles(ServerSettings settings) =>
    [
        .. settings.ListArticles(null, Services.Articles.OwnName)
            .Concat(settings.ChannelArticles.Values.SelectMany(n => n))
            .Distinct(StringComparer.Ordinal),
    ];
}
