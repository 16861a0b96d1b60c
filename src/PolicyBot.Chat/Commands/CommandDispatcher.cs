using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Servers;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// Finds the command that a request names, looks up what the command needs, and runs it. All requests go through it.
/// Thread-safe.
/// </summary>
public sealed class CommandDispatcher
{
    private readonly Dictionary<string, ICommand> _commands;
    private readonly IArticleCatalog _articles;
    private readonly ServerSettingsCache? _settings;

    /// <summary>Creates a dispatcher.</summary>
    /// <param name="commands">The commands, in the order of the help; their names are unique.</param>
    /// <param name="articles">The articles.</param>
    /// <param name="settings">The servers' settings; null if there are no servers, as in a console.</param>
    public CommandDispatcher(
        IEnumerable<ICommand> commands, IArticleCatalog articles, ServerSettingsCache? settings = null)
    {
        (_articles, _settings) = (articles, settings);
        _commands = commands.ToDictionary(c => c.Definition.Name, StringComparer.OrdinalIgnoreCase);
        Definitions = [.. _commands.Values.Select(c => c.Definition).Where(d => d.IsListed)];
    }

    /// <summary>The commands that users can call, in the order of the help.</summary>
    public IReadOnlyList<CommandDefinition> Definitions { get; }

    /// <summary>
    /// Finds the command of a request, also one that only a button leads to; null if there is no such command.
    /// </summary>
    public CommandDefinition? FindDefinition(CommandRequest request) =>
        _commands.TryGetValue(request.Command, out var command) ? command.Definition : null;

    /// <summary>
    /// Whether only the caller will see the reply to a request, as far as that is known before the request runs.
    /// </summary>
    /// <param name="definition">The request's command.</param>
    /// <param name="request">The request.</param>
    public bool IsPrivate(CommandDefinition definition, CommandRequest request) =>
        definition.RequiresManageServer
            || IsPrivate(definition, request, _settings?.Peek(request.Caller?.Server) ?? new ServerSettings());

    /// <summary>Creates the request for a command that is used on a message.</summary>
    /// <param name="action">The command's <see cref="CommandDefinition.MessageAction"/>.</param>
    /// <param name="text">The message's text; may be empty.</param>
    /// <param name="conversationId">Where it was used.</param>
    public CommandRequest CreateRequestForMessage(string action, string text, string conversationId) =>
        Definitions.FirstOrDefault(d => d.MessageAction == action) is { Options: [var first, ..] } definition
            ? CommandRequest.Create(definition.Name, conversationId, (first.Name, text))
            : CommandRequest.Create(action, conversationId);

    /// <summary>Runs a request. An unknown command or a wrong option gets a private reply.</summary>
    public async ValueTask<Reply> DispatchAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!_commands.TryGetValue(request.Command, out var command))
            return DispatcherTexts.UnknownCommand(request, Definitions);
        if (FindInvalidOption(command.Definition, request) is { } invalid) return invalid;

        var settings = await FindSettingsAsync(command, request, cancellationToken);
        // The flag belongs to this reply, not to the buttons under it.
        var unflagged = request.Without(CommandRequest.PrivateFlag);
        var lookup = await FindArticlesAsync(command, request, settings, cancellationToken);
        var isPrivate = IsPrivate(command.Definition, request, settings);
        var reply = CreateContext(unflagged, command, lookup) is { } context
            ? ArticleOption.AddTo(
                await command.RunAsync(context with { IsPrivate = isPrivate }, cancellationToken), context)
            : lookup is ArticleLookup.Found found
                ? DispatcherTexts.UnknownArticle(found.Articles)
                : ArticleUnavailableReply.Create(lookup!);
        reply = BackNavigation.AddTo(reply, unflagged);
        // Only the caller can fill in a form.
        return reply.IsPrivate || (reply.Form is null && !isPrivate) ? reply : reply with { IsPrivate = true };
    }

    /// <summary>
    /// Whether mentions are answered in a channel. Also true if the settings can't be read, so that the user learns why
    /// there is no answer.
    /// </summary>
    /// <param name="server">The server, or null.</param>
    /// <param name="channel">The channel, as the platform names it; for a thread, the channel it belongs to.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async ValueTask<bool> AnswersMentionsAsync(
        string? server, string channel, CancellationToken cancellationToken) =>
        _settings is null
        || await _settings.FindAsync(server, cancellationToken) is not { MentionChannels: var channels }
        || channels.Count == 0
        || channels.Contains(channel);

    /// <summary>Whether a server has settings for single channels.</summary>
    /// <param name="server">The server, or null.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async ValueTask<bool> HasChannelSettingsAsync(string? server, CancellationToken cancellationToken) =>
        server is not null
        && _settings is not null
        && await _settings.FindAsync(server, cancellationToken) is { HasChannels: true };

    /// <summary>
    /// Lists values for an option while the user types it, best first; none if the command or the option has none.
    /// </summary>
    /// <param name="option">The option's name.</param>
    /// <param name="request">The request so far.</param>
    /// <param name="max">The most values.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string option, CommandRequest request, int max, CancellationToken cancellationToken)
    {
        if (!_commands.TryGetValue(request.Command, out var command)) return [];
        if (!command.Definition.Options.Any(o => o.Name == option && o.HasAutocomplete)) return [];
        if (command.Definition.RequiresManageServer && !await request.MayUseAsync(request.Command, cancellationToken))
            return [];
        var settings = await FindSettingsAsync(command, request, cancellationToken);
        var lookup = await FindArticlesAsync(command, request, settings, cancellationToken);
        if (lookup is ArticleLookup.Found { Articles: var articles } && option == ArticleOption.Name)
        {
            var titles = articles.Select(a => (a.Set.Name, a.Set.Article.Title));
            return ArticleOption.Complete(request.GetOption(option) ?? "", titles, max);
        }

        return CreateContext(request, command, lookup) is { } context
            ? await command.AutocompleteAsync(option, context, max, cancellationToken)
            : [];
    }

    private static Reply? FindInvalidOption(CommandDefinition definition, CommandRequest request)
    {
        foreach (var option in definition.Options)
        {
            if (option.Choices.Count == 0 || request.GetOption(option.Name) is not { } value) continue;
            if (!option.Choices.Contains(value, StringComparer.OrdinalIgnoreCase))
                return DispatcherTexts.InvalidOption(option, value);
        }

        return null;
    }

    // If the moderators' choice isn't known, replies are private. A button's reply is as public as the message that it
    // changes.
    private bool IsPrivate(CommandDefinition definition, CommandRequest request, ServerSettings? settings)
    {
        if (!definition.CanBePrivate) return false;
        if (request.Options.ContainsKey(CommandRequest.PrivateFlag)) return request.HasFlag(CommandRequest.PrivateFlag);
        return _settings is not null && !request.IsFromComponent && settings is not { IsPrivate: false };
    }

    // A command that uses no article must work, or fail at once, while the settings can't be read.
    private ValueTask<ServerSettings?> FindSettingsAsync(
        ICommand command, CommandRequest request, CancellationToken cancellationToken) =>
        _settings is null || command.Definition is { UsesArticle: false, CanBePrivate: false }
            ? ValueTask.FromResult<ServerSettings?>(new ServerSettings())
            : _settings.FindAsync(request.Caller?.Server, cancellationToken);

    // Null for a command that uses no article.
    private async ValueTask<ArticleLookup?> FindArticlesAsync(
        ICommand command, CommandRequest request, ServerSettings? settings, CancellationToken cancellationToken)
    {
        if (!command.Definition.UsesArticle) return null;
        return settings is null
            ? new ArticleLookup.SettingsUnknown()
            : await _articles.FindAsync(settings, request.Channel, cancellationToken);
    }

    // Null if none of the articles can be used now, or if the request names another one.
    private CommandContext? CreateContext(CommandRequest request, ICommand command, ArticleLookup? lookup) =>
        lookup switch
        {
            null when !command.Definition.UsesArticle => new CommandContext(request) { Commands = Definitions },
            ArticleLookup.Found { Articles: var articles, Missing: var missing }
                when ArticleOption.Find(request, articles) is { } article =>
                new CommandContext(ArticleOption.IsIn(request) ? request.For(article) : request)
                {
                    Commands = Definitions,
                    Article = article,
                    Articles = articles,
                    MissingArticles = missing,
                },
            _ => null,
        };
}
