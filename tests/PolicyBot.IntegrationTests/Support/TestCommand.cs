using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>A command whose behavior a test defines.</summary>
/// <param name="name">Its name.</param>
/// <param name="run">Creates its reply.</param>
/// <param name="usesArticle">Whether it waits for the article, which the test's catalog must have.</param>
internal sealed class TestCommand(
    string name, Func<CancellationToken, Task<Reply>> run, bool usesArticle = false) : ICommand
{
    /// <summary>Its definition.</summary>
    public CommandDefinition Definition
    {
        get;
        init => field = value with { UsesArticle = usesArticle };
    } = new(name, "A command of the tests.", []) { UsesArticle = usesArticle };

    /// <summary>The suggestions for any of its options.</summary>
    public IReadOnlyList<AutocompleteChoice> Suggestions { get; init; } = [];

    /// <summary>The last request for the command or its autocomplete.</summary>
    public CommandRequest? LastCall { get; private set; }

    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // The bot's own warm-up, which no test of a command is about.
        if (context.Request.Caller is null) return Says(name);
        LastCall = context.Request;
        return await run(cancellationToken);
    }

    public ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        LastCall = context.Request;
        return ValueTask.FromResult(Suggestions);
    }

    /// <summary>Creates a command that replies with its name.</summary>
    public static TestCommand Named(string name, params CommandOption[] options) =>
        new(name, _ => Task.FromResult(Says(name)))
        {
            Definition = new(name, $"Does {name}.", options)
        };

    /// <summary>Registers these commands instead of the bot's own.</summary>
    public static Action<IServiceCollection> Instead(params ICommand[] commands) => services =>
        services.AddSingleton(new CommandDispatcher(commands, new SingleArticleCatalog(null!)));

    public static Reply Says(string text) => new() { Blocks = [new Block.Paragraph(text)] };
}
