using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Servers;

namespace PolicyBot.Chat.Commands;

/// <summary>The one way in: finds the command that was called and lets it reply.</summary>
public sealed class CommandDispatcher
{
    private readonly Dictionary<string, IBotCommand> _commands;
    private readonly Func<CommandRequest, CancellationToken, ValueTask<ArticleLookup>> _articleFor;
    private readonly ServerSettingsCache? _communities;

    /// <summary>A dispatcher for these commands.</summary>
    /// <param name="commands">The commands; no two of one name.</param>
    /// <param name="articleFor">
    /// Finds the article that is served where a request comes from; called at most once a request.
    /// </param>
    /// <param name="communities">What servers have settled; null where there are none.</param>
    public CommandDispatcher(
        IReadOnlyList<IBotCommand> commands, Func<CommandRequest, CancellationToken, ValueTask<ArticleLookup>> articleFor, ServerSettingsCache? communities = null)
    {
        (_articleFor, _communities) = (articleFor, communities);
        _commands = commands.ToDictionary(c => c.Definition.Name, StringComparer.OrdinalIgnoreCase);
        Definitions = [.. commands.Select(c => c.Definition).Where(d => d.IsListed)];
    }

    /// <summary>The commands that people can call, in the order of the help.</summary>
    public IReadOnlyList<CommandDefinition> Definitions { get; }

    /// <summary>Whether a command is for those who manage a server, who alone see its replies.</summary>
    public bool RequiresManageServer(string command) => Definitions.Any(d => d.RequiresManageServer && d.Name == command);

    /// <summary>The request by which a command is used on a message.</summary>
    /// <param name="action">What the platform calls it.</param>
    /// <param name="text">The message's text; may be empty.</param>
    /// <param name="place">Where it was used.</param>
    public CommandRequest CreateRequestForMessage(string action, string text, string place) => Definitions.FirstOrDefault(d => d.MessageAction == action) is { Options: [var first, ..] } definition
        ? CommandRequest.Create(definition.Name, place, (first.Name, text))
        : CommandRequest.Create(action, place);

    /// <summary>Runs the command that was called; one that is not known, or was called wrongly, is answered by a private reply.</summary>
    public async ValueTask<Reply> DispatchAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!_commands.TryGetValue(request.Command, out var command)) return UnknownCommand(request);
        if (WrongOption(command.Definition, request) is { } wrong) return wrong;
        // Whose the reply is goes with the message it becomes, not with what can be picked from it.
        var call = request.Without(CommandRequest.PrivateFlag);
        var reply = BackNavigation.AddTo(await RunAsync(command, call, cancellationToken), call);
        if (reply.IsPrivate) return reply;
        return await IsWantedPrivateAsync(command.Definition, request, cancellationToken) ? reply with { IsPrivate = true } : reply;
    }

    /// <summary>
    /// Whether mentions are answered in a channel. Where the settings can't be read they are, if only to say that.
    /// </summary>
    /// <param name="community">The server, or null.</param>
    /// <param name="channel">The channel, as the platform names it.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async ValueTask<bool> AnswersMentionsAsync(string? community, string channel, CancellationToken cancellationToken) =>
        _communities is null
        || await _communities.FindAsync(community, cancellationToken) is not { MentionChannels: var channels }
        || channels.Count == 0
        || channels.Contains(channel);

    /// <summary>What an option could be while it is typed, best first; none where the command or the option has none.</summary>
    /// <param name="option">The option's name.</param>
    /// <param name="request">The call as far as it is typed.</param>
    /// <param name="max">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(string option, CommandRequest request, int max, CancellationToken cancellationToken)
    {
        if (!_commands.TryGetValue(request.Command, out var command) || !command.Definition.Options.Any(o => o.Name == option && o.HasAutocomplete)) return [];
        return command switch
        {
            IServerCommand free => await free.AutocompleteAsync(option, request, max, cancellationToken),
            ICommand bound when await _articleFor(request, cancellationToken) is ArticleLookup.Found(var article) =>
                await bound.AutocompleteAsync(option, request, article, max, cancellationToken),
            _ => [],
        };
    }

    private async ValueTask<Reply> RunAsync(IBotCommand command, CommandRequest call, CancellationToken cancellationToken)
    {
        if (command is IServerCommand free) return await free.RunAsync(call, cancellationToken);
        return await _articleFor(call, cancellationToken) switch
        {
            ArticleLookup.Found(var article) => await ((ICommand)command).RunAsync(call, article, cancellationToken),
            var unserved => ArticleUnavailableReply.Create(unserved),
        };
    }

    // Whoever picks from a reply that all see has been seen already. Nothing is shown to all where it is not known
    // what moderators want.
    private async ValueTask<bool> IsWantedPrivateAsync(CommandDefinition definition, CommandRequest request, CancellationToken cancellationToken)
    {
        if (!definition.CanBePrivate) return false;
        if (request.Options.ContainsKey(CommandRequest.PrivateFlag)) return request.HasFlag(CommandRequest.PrivateFlag);
        return _communities is not null && !request.IsFromComponent && await _communities.FindAsync(request.Caller?.Server, cancellationToken) is not { IsPrivate: false };
    }

    private static Reply? WrongOption(CommandDefinition definition, CommandRequest request)
    {
        foreach (var option in definition.Options)
        {
            if (option.Choices.Count == 0 || request.GetOption(option.Name) is not { } value) continue;
            if (!option.Choices.Contains(value, StringComparer.OrdinalIgnoreCase))
                return Reply.Private($"/{definition.Name} does not know {TextTruncator.Quote(value)} as {option.Name}. It can be: {string.Join(", ", option.Choices)}.");
        }

        return null;
    }

    private Reply UnknownCommand(CommandRequest request) =>
        Reply.Private($"There is no command /{TextTruncator.Truncate(request.Command)}. These are there: {string.Join(", ", Definitions.Where(d => !d.RequiresManageServer).Select(d => "/" + d.Name))}.");
}
