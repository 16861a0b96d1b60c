using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Asking;
using PolicyBot.Chat.Help;
using PolicyBot.Chat.InContext;
using PolicyBot.Chat.People;
using PolicyBot.Chat.Quoting;
using PolicyBot.Chat.Remembering;
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

    // Whose last answer is remembered.
    private const int MaxPlaces = 1000;

    /// <summary>A dispatcher for all of them.</summary>
    /// <param name="articleFor">The article that is served where an invocation comes from.</param>
    /// <param name="random">Picks random quotes.</param>
    /// <param name="cards">Draws quotes as pictures.</param>
    public static CommandDispatcher CreateDispatcher(Func<Invocation, ValueTask<ServedArticle>> articleFor, Random random, IQuoteCards cards)
    {
        var lastAnswers = new RecentlyUsed<string, Answer>(MaxPlaces);
        List<ICommand> commands =
        [
            new AskCommand(lastAnswers),
            new QuoteCommand(random, cards),
            new QuotesCommand(),
            new SummaryCommand(),
            new PeopleCommand(),
            new TopicsCommand(),
            new ArticleCommand(),
            new WhyCommand(lastAnswers),
            new ContextCommand(),
        ];
        commands.Add(new HelpCommand([.. commands.Select(c => c.Definition).Where(d => d.IsListed), HelpCommand.OwnDefinition]));
        return new CommandDispatcher(commands, articleFor);
    }
}
