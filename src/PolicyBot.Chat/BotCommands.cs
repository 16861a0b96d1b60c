using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Commands.Daily;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Quotes;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat;

/// <summary>The bot's commands.</summary>
public static class BotCommands
{
    /// <summary>The name of the command that shows what there is.</summary>
    public const string Help = "help";

    // Whose last answer is remembered.
    private const int MaxPlaces = 1000;

    /// <summary>A dispatcher for all of them.</summary>
    /// <param name="articleFor">Finds the article that is served where a request comes from.</param>
    /// <param name="random">Picks random quotes.</param>
    /// <param name="cards">Draws quotes as pictures.</param>
    /// <param name="servers">What the commands of servers need; null where there are none, as in a console.</param>
    public static CommandDispatcher CreateDispatcher(
        Func<CommandRequest, CancellationToken, ValueTask<ArticleLookup>> articleFor, Random random, IQuoteCards cards, ServerParts? servers = null)
    {
        var lastAnswers = new LruCache<string, IReadOnlyList<Answer>>(MaxPlaces);
        List<IBotCommand> commands =
        [
            new AskCommand(lastAnswers, servers?.Usage),
            new QuoteCommand(random, cards),
            new QuotesCommand(),
            new SummaryCommand(),
            new PeopleCommand(),
            new TopicsCommand(),
            new ArticleCommand(),
            new WhyCommand(lastAnswers),
            new ContextCommand(),
            .. servers is null ? [] : OfServers(servers, lastAnswers),
        ];
        commands.Add(new HelpCommand([.. commands.Select(c => c.Definition).Where(d => d.IsListed), HelpCommand.OwnDefinition]));
        return new CommandDispatcher(commands, articleFor, servers?.Communities);
    }

    private static IEnumerable<IBotCommand> OfServers(ServerParts servers, LruCache<string, IReadOnlyList<Answer>> lastAnswers)
    {
        var (store, posts, clock) = (servers.DailyStore, servers.Posts, servers.Clock);
        var questions = new UnansweredQuestions(servers.UsageStore, servers.Usage);
        var unanswered = new UnansweredCommand(questions, servers.Privacy);
        return
        [
            new FeedbackCommand(lastAnswers, servers.Usage),
            new PrivacyCommand(servers.Privacy, servers.CommunityStore, servers.Communities, servers.Usage),
            new SetCommand(store, servers.Channels, posts, clock),
            new StatusCommand(store),
            new PreviewCommand(store, posts, clock),
            new PostNowCommand(store, posts, clock),
            ChangeCommand.Pause(store),
            new ResumeCommand(store, servers.Channels, posts, clock),
            ChangeCommand.SkipNext(store),
            new RemoveCommand(store),
            unanswered,
            new DismissCommand(questions, unanswered),
            new StatsCommand(servers.UsageStore, servers.Usage, new ServerArticles(servers.Communities, servers.Articles), clock),
            new SettingsCommand(servers.Communities, servers.Articles),
        ];
    }
}
