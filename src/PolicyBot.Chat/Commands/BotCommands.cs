using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Asking;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Help;
using PolicyBot.Chat.People;
using PolicyBot.Chat.Quoting;
using PolicyBot.Chat.Summaries;
using PolicyBot.Chat.Topics;
using PolicyBot.Chat.Why;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Commands;

/// <summary>The bot's commands.</summary>
public static class BotCommands
{
    /// <summary>The name of the command that shows what there is.</summary>
    public const string Help = "help";

    // Places whose last answer is remembered for /why.
    private const int MaxPlaces = 1000;

    /// <summary>A dispatcher for all of them.</summary>
    /// <param name="articleFor">The article that is served where an invocation comes from.</param>
    /// <param name="random">Picks random quotes.</param>
    public static CommandDispatcher CreateDispatcher(Func<Invocation, ValueTask<ServedArticle>> articleFor, Random random)
    {
        var lastAnswers = new RecentlyUsed<string, Answer>(MaxPlaces);
        List<ICommand> commands =
        [
            new AskCommand(lastAnswers),
            new QuoteCommand(random),
            new SummaryCommand(),
            new PeopleCommand(),
            new TopicsCommand(),
            new ArticleCommand(),
            new WhyCommand(lastAnswers),
        ];
        commands.Add(new HelpCommand([.. commands.Select(c => c.Definition), HelpCommand.OwnDefinition]));
        return new CommandDispatcher(commands, articleFor);
    }
}
