using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>A command that does what a test wants, beside one that answers at once.</summary>
internal sealed class TestCommand(string name, Func<CancellationToken, Task<Reply>> run) : ICommand
{
    public CommandDefinition Definition { get; init; } = new(name, "A command of the tests.", [])
    {
        UsesArticle = false
    };

    /// <summary>What any of its options could be.</summary>
    public IReadOnlyList<AutocompleteChoice> Suggestions { get; init; } = [];

    /// <summary>How it was called last, or is being typed.</summary>
    public CommandRequest? LastCall { get; private set; }

    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        LastCall = context.Request;
        return await run(cancellationToken);
    }

    public ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        LastCall = context.Request;
        return ValueTask.FromResult(Suggestions);
    }

    /// <summary>One that says its name.</summary>
    public static TestCommand Named(string name, params CommandOption[] options) =>
        new(name, _ => Task.FromResult(Says(name)))
        {
            Definition = new(name, $"Does {name}.", options) { UsesArticle = false }
        };

    /// <summary>A bot with these commands in place of its own.</summary>
    public static Action<IServiceCollection> Instead(params ICommand[] commands) => services =>
        services.AddSingleton(new CommandDispatcher(commands, new SingleArticleCatalog(null!)));

    public static Reply Says(string text) => new() { Blocks = [new Block.Paragraph(text)] };
}
