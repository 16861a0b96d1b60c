using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>A command that works with the article that is served where it is called. Safe for many threads.</summary>
public interface ICommand : IBotCommand
{
    /// <summary>Does it. Every outcome is a reply; an exception is a fault of the program.</summary>
    /// <param name="request">The call; its options are known to the definition.</param>
    /// <param name="article">The article that is served where it was called.</param>
    /// <param name="cancellationToken">Stops commands that wait for something.</param>
    ValueTask<Reply> RunAsync(CommandRequest request, ServedArticle article, CancellationToken cancellationToken);

    /// <summary>What an option could be, best first, while it is typed; none unless a command says otherwise.</summary>
    /// <param name="name">The option's name; one that has suggestions.</param>
    /// <param name="request">The call as far as it is typed.</param>
    /// <param name="article">The article that is served where it is typed.</param>
    /// <param name="max">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(string name, CommandRequest request, ServedArticle article, int max, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AutocompleteChoice>>([]);
}
