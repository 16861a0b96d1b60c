using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>A command of the bot. Thread-safe.</summary>
public interface ICommand
{
    /// <summary>Its name and options.</summary>
    CommandDefinition Definition { get; }

    /// <summary>Runs the command. Every outcome is a reply; an exception is a bug.</summary>
    /// <param name="context">The request, with everything that was looked up for it.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Lists values for an option while the user types it, best first; none unless a command overrides it.
    /// </summary>
    /// <param name="optionName">The option's name; one with <see cref="CommandOption.HasAutocomplete"/>.</param>
    /// <param name="context">The request so far.</param>
    /// <param name="max">The most values.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AutocompleteChoice>>([]);
}
