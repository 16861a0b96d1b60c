using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// A command that works whether or not the article of the server can be served. Safe for many threads.
/// </summary>
public interface IServerCommand : IBotCommand
{
    /// <summary>Does it. Every outcome is a reply; an exception is a fault of the program.</summary>
    /// <param name="request">The call; its options are known to the definition.</param>
    /// <param name="cancellationToken">Stops commands that wait for something.</param>
    ValueTask<Reply> RunAsync(CommandRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Lists what an option could be while it is typed, best first; none unless a command says otherwise.
    /// </summary>
    /// <param name="name">The option's name; one that has suggestions.</param>
    /// <param name="request">The call as far as it is typed.</param>
    /// <param name="max">The most suggestions.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(string name, CommandRequest request, int max, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AutocompleteChoice>>([]);
}
