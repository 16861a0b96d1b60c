using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Commands;

/// <summary>The one way in: finds the command that was called and lets it reply.</summary>
public sealed class CommandDispatcher
{
    private readonly Dictionary<string, ICommand> commands;
    private readonly Func<Invocation, ValueTask<ServedArticle>> articleFor;

    /// <summary>A dispatcher for these commands.</summary>
    /// <param name="commands">The commands; no two of one name.</param>
    /// <param name="articleFor">The article that is served where an invocation comes from; asked once an invocation.</param>
    public CommandDispatcher(IReadOnlyList<ICommand> commands, Func<Invocation, ValueTask<ServedArticle>> articleFor)
    {
        this.articleFor = articleFor;
        this.commands = commands.ToDictionary(c => c.Definition.Name, StringComparer.OrdinalIgnoreCase);
        Definitions = [.. commands.Select(c => c.Definition)];
    }

    /// <summary>The commands, in the order of the help.</summary>
    public IReadOnlyList<CommandDefinition> Definitions { get; }

    /// <summary>Runs the command that was called; one that is not known, or was called wrongly, is answered by a private reply.</summary>
    public async ValueTask<Reply> DispatchAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        if (!commands.TryGetValue(invocation.Command, out var command)) return UnknownCommand(invocation);
        if (WrongOption(command.Definition, invocation) is { } reply) return reply;
        return await command.RunAsync(invocation, await articleFor(invocation).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private static Reply? WrongOption(CommandDefinition definition, Invocation invocation)
    {
        foreach (var option in definition.Options)
        {
            if (option.Choices.Count == 0 || invocation.Option(option.Name) is not { } value) continue;
            if (!option.Choices.Contains(value, StringComparer.OrdinalIgnoreCase))
                return Reply.Aside($"/{definition.Name} does not know “{value}” as {option.Name}. It can be: {string.Join(", ", option.Choices)}.");
        }

        return null;
    }

    private Reply UnknownCommand(Invocation invocation) =>
        Reply.Aside($"There is no command /{invocation.Command}. These are there: {string.Join(", ", Definitions.Select(d => "/" + d.Name))}.");
}
