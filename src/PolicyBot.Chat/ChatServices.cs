using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.BackgroundServices;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Commands.Curate;
using PolicyBot.Chat.Commands.Daily;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Quotes;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Telemetry;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat;

/// <summary>Registers the bot's commands and what they need.</summary>
public static class ChatServices
{
    // Conversations whose last answer /why can explain.
    private const int MaxConversations = 1000;

    /// <summary>
    /// Adds the commands for servers. The host adds the stores, the article catalog, the <see cref="AnswerQueue"/>, the
    /// platform's channels, a clock, the options, a <see cref="Random"/> and an <see cref="IQuoteCards"/>.
    /// </summary>
    public static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<ChatMetrics>()
        .AddSingleton<ServerArticles>()
        .AddSingleton<LastQuestions>()
        .AddSingleton<DailyPostComposer>()
        .AddSingleton<DailyPostSender>()
        .AddSingleton<DueTimeCorrector>()
        .AddSingleton<DailyPostScheduler>()
        .AddSingleton(_ => CreateLastAnswers())
        .AddServerCommands()
        .AddCuration()
        .AddSingleton(CreateDispatcher);

    /// <summary>
    /// Adds the commands that change a server's set. The host adds the stores, the article catalog, the articles
    /// folder, a clock and the options.
    /// </summary>
    public static IServiceCollection AddCuration(this IServiceCollection services) => services
        .AddSingleton<ServerSettingsCache>()
        .AddSingleton<CuratedArticles>()
        .AddSingleton<UsageTracker>()
        .AddSingleton<UnansweredQuestions>()
        .AddSingleton<FormDrafts>()
        .AddSingleton<SetEditor>()
        .AddSingleton<CurateServices>()
        .AddSingleton<ICommand, ReviewCommand>()
        .AddSingleton<ICommand, AddCommand>()
        .AddSingleton<ICommand, EditCommand>()
        .AddSingleton<ICommand, RetireCommand>()
        .AddSingleton<ICommand, FindCommand>()
        .AddSingleton<ICommand, HistoryCommand>()
        .AddSingleton<ICommand, UndoCommand>()
        .AddSingleton<ICommand, ExportCommand>()
        .AddSingleton<ICommand, PublishCommand>();

    /// <summary>Creates a dispatcher with only the commands that change a server's set.</summary>
    /// <param name="services">What <see cref="AddCuration"/> was called on.</param>
    public static CommandDispatcher CreateCurationDispatcher(IServiceProvider services) => new(
        services.GetServices<ICommand>(),
        services.GetRequiredService<IArticleCatalog>(),
        services.GetRequiredService<ServerSettingsCache>());

    /// <summary>
    /// Adds the services that send daily posts, save usage data, delete expired data and watch the articles. Needs
    /// <see cref="AddChat"/>, an <see cref="ArticleCatalog"/> and the platform's <see cref="IPlatformConnection"/>.
    /// </summary>
    public static IServiceCollection AddBackgroundServices(this IServiceCollection services) => services
        .AddSingleton<DailyRoundStatus>()
        .AddSingleton<ClockWatch>()
        .AddHostedService<ArticleWatcher>()
        .AddHostedService<CurationWorker>()
        .AddHostedService<DailyPostWorker>()
        .AddHostedService<UsageWorker>()
        .AddHostedService<HousekeepingWorker>();

    /// <summary>Creates a dispatcher with the commands that need no server, for a console.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="random">Picks random quotes.</param>
    /// <param name="cards">Draws quotes as pictures.</param>
    public static CommandDispatcher CreateConsoleDispatcher(
        IArticleCatalog articles, Random random, IQuoteCards cards) =>
        new(
            [.. CreateArticleCommands(CreateLastAnswers(), null, null, null, random, cards), new HelpCommand()],
            articles);

    private static IServiceCollection AddServerCommands(this IServiceCollection services) => services
        .AddSingleton<UnansweredCommand>()
        .AddSingleton<ICommand, FeedbackCommand>()
        .AddSingleton<ICommand, PrivacyCommand>()
        .AddSingleton<ICommand, SetCommand>()
        .AddSingleton<ICommand, StatusCommand>()
        .AddSingleton<ICommand, PreviewCommand>()
        .AddSingleton<ICommand, PostNowCommand>()
        .AddSingleton<ICommand, PauseCommand>()
        .AddSingleton<ICommand, ResumeCommand>()
        .AddSingleton<ICommand, SkipNextCommand>()
        .AddSingleton<ICommand, RemoveCommand>()
        .AddSingleton<ICommand>(s => s.GetRequiredService<UnansweredCommand>())
        .AddSingleton<ICommand, DismissCommand>()
        .AddSingleton<ICommand, ExportQuestionsCommand>()
        .AddSingleton<ICommand, StatsCommand>()
        .AddSingleton<ICommand, SettingsCommand>();

    private static LruCache<string, IReadOnlyList<Answer>> CreateLastAnswers() => new(MaxConversations);

    private static CommandDispatcher CreateDispatcher(IServiceProvider services)
    {
        var articleCommands = CreateArticleCommands(
            services.GetRequiredService<LruCache<string, IReadOnlyList<Answer>>>(),
            services.GetRequiredService<UsageTracker>(),
            services.GetRequiredService<LastQuestions>(),
            services.GetRequiredService<ChatMetrics>(),
            new Random(services.GetRequiredService<Random>().Next()),
            services.GetRequiredService<IQuoteCards>());
        return new CommandDispatcher(
            [.. articleCommands, .. services.GetServices<ICommand>(), new HelpCommand()],
            services.GetRequiredService<IArticleCatalog>(),
            services.GetRequiredService<ServerSettingsCache>());
    }

    private static IEnumerable<ICommand> CreateArticleCommands(
        LruCache<string, IReadOnlyList<Answer>> lastAnswers,
        UsageTracker? usage,
        LastQuestions? lastQuestions,
        ChatMetrics? metrics,
        Random random,
        IQuoteCards cards) =>
    [
        new AskCommand(lastAnswers, usage, lastQuestions, metrics),
        new QuoteCommand(random, cards),
        new QuotesCommand(),
        new VerifyCommand(),
        new SummaryCommand(),
        new PeopleCommand(),
        new TopicsCommand(),
        new ArticleCommand(),
        new WhyCommand(lastAnswers),
        new ContextCommand(),
    ];
}
