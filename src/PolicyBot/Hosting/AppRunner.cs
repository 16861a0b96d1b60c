using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PolicyBot.Chat;
using PolicyBot.Chat.Articles;
using PolicyBot.ConsoleChat;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.QuoteCards;
using PolicyBot.Settings;
using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>
/// Runs the bot in the console or on Discord, or says what is wrong with its settings or its article.
/// </summary>
internal sealed class AppRunner(Terminal terminal, AppPaths programPaths, Random random)
{
    /// <summary>Loads the bot for the console and uses it.</summary>
    /// <param name="call">What the command line names.</param>
    /// <param name="use">Uses the bot; returns the exit code.</param>
    public Task<int> UseAsync(CallOptions call, Func<ConsoleBot, Task<int>> use) =>
        WithSettingsAsync(
            call,
            (settings, loader, _) => UseAsync(call, settings.Options, loader, use));

    /// <summary>
    /// Reads an article with its files, for a command that reads or writes them, without loading the bot.
    /// </summary>
    /// <param name="call">What the command line names.</param>
    /// <param name="use">Uses the article; returns the exit code.</param>
    public Task<int> UseFolderAsync(CallOptions call, Func<CuratedFolder, Task<int>> use) =>
        WithSettingsAsync(call, (settings, loader, folder) =>
        {
            var article = call.Article ?? settings.Options.Article;
            return ReadAsync(article, call.Marked, loader, set => use(
                new CuratedFolder(folder.Locate(article), set, terminal, programPaths.CurrentFolder)));
        });

    /// <summary>Uses the articles folder without loading an article.</summary>
    /// <param name="call">What the command line names.</param>
    /// <param name="use">Uses the folder; returns the exit code.</param>
    public Task<int> UseArticlesFolderAsync(
        CallOptions call, Func<Terminal, ArticlesFolder, AppPaths, Task<int>> use) =>
        WithSettingsAsync(
            call,
            (_, _, folder) => use(terminal, folder, programPaths with { NamedSettingsFile = call.SettingsFile }));

    /// <summary>Uses the articles folder with the article that the call or the settings name, unread.</summary>
    /// <param name="call">What the command line names.</param>
    /// <param name="use">Uses the folder, and the article's name or path; returns the exit code.</param>
    public Task<int> UseArticlesAsync(CallOptions call, Func<ArticlesFolder, string, Terminal, int> use) =>
        WithSettingsAsync(
            call,
            (settings, _, folder) =>
                Task.FromResult(use(folder, call.Article ?? settings.Options.Article, terminal)));

    /// <summary>Uses the settings only.</summary>
    /// <param name="call">What the command line names.</param>
    /// <param name="use">Uses the settings; returns the exit code.</param>
    public Task<int> UseSettingsAsync(CallOptions call, Func<BotOptions, Terminal, Task<int>> use) =>
        WithSettingsAsync(call, (settings, _, _) => use(settings.Options, terminal));

    /// <summary>Uses the bot's data without loading an article.</summary>
    /// <param name="call">What the command line names.</param>
    /// <param name="use">Uses the data; returns the exit code.</param>
    public Task<int> UseDataAsync(CallOptions call, Func<DataAccess, Task<int>> use) => WithSettingsAsync(
        call,
        (settings, _, _) => use(new DataAccess(settings.Options.Storage, terminal, programPaths.CurrentFolder)));

    /// <summary>Uses the commands that change servers' sets, on the bot's data.</summary>
    /// <param name="call">What the command line names.</param>
    /// <param name="use">Uses the commands; returns the exit code.</param>
    public Task<int> UseCurationAsync(CallOptions call, Func<CurationBot, Task<int>> use) =>
        WithSettingsAsync(call, async (settings, loader, folder) =>
        {
            var options = settings.Options;
            if (!options.Storage.MayHaveDatabase())
            {
                terminal.WriteErrorLine(
                    $"policybot: There is no database in {options.Storage.GetDataFolder()}; set Storage:DataFolder to "
                        + "the bot's data folder.");
                return ExitCodes.BadData;
            }

            await using var services = new ServiceCollection()
                .AddLogging()
                .AddSingleton(TimeProvider.System)
                .AddSingleton<IClock, ProvidedClock>()
                .AddStorage(options.Storage)
                .AddSingleton(options.Privacy)
                .AddSingleton(options.DirectMessages)
                .AddSingleton(folder)
                .AddSingleton(loader)
                .AddSingleton(PendingArticle.Start(call.Article ?? options.Article, loader))
                .AddSingleton<ArticleCatalog>()
                .AddSingleton<IArticleCatalog>(s => s.GetRequiredService<ArticleCatalog>())
                .AddCuration()
                .BuildServiceProvider();
            return await use(new CurationBot(
                ChatServices.CreateCurationDispatcher(services), terminal, CreateRenderer(),
                programPaths.CurrentFolder));
        });

    /// <summary>Serves on Discord if a token is set; otherwise loads the bot for the console and uses it.</summary>
    /// <param name="call">What the command line names.</param>
    /// <param name="use">Uses the bot; returns the exit code.</param>
    public Task<int> ServeOrUseAsync(CallOptions call, Func<ConsoleBot, Task<int>> use) =>
        WithSettingsAsync(call, (settings, loader, folder) =>
        {
            if (settings.Options.Discord.Token is null) return UseAsync(call, settings.Options, loader, use);
            var pending = PendingArticle.Start(call.Article ?? settings.Options.Article, loader);
            var paths = programPaths with { NamedSettingsFile = call.SettingsFile };
            return BotHost.RunAsync(BotHost.CreateBuilder(settings, pending, loader, folder, paths, terminal, random));
        });

    private Task<int> WithSettingsAsync(
        CallOptions call, Func<SettingsResult.Read, ArticleLoader, ArticlesFolder, Task<int>> use)
    {
        var paths = programPaths with { NamedSettingsFile = call.SettingsFile };
        switch (SettingsReader.Read(paths))
        {
            case SettingsResult.Read settings:
                var options = settings.Options;
                var encoder = SentenceEncoderFile.Open(options.Matching.Encoder, paths.ProgramFolder);
                var folder = new ArticlesFolder(paths.GetArticlesFolder(options.Articles.Folder), paths.CurrentFolder);
                var dataFolder = options.Storage.GetDataFolder();
                var queue = new AnswerQueue(TimeProvider.System);
                return use(
                    settings, new ArticleLoader(folder, options.Matching, encoder, dataFolder, queue), folder);
            case SettingsResult.Invalid(var problem):
                terminal.WriteErrorLine($"policybot: {problem}");
                break;
        }

        return Task.FromResult(ExitCodes.BadData);
    }

    private Task<int> UseAsync(
        CallOptions call, BotOptions options, ArticleLoader loader, Func<ConsoleBot, Task<int>> use)
    {
        var article = call.Article ?? options.Article;
        return ReadAsync(
            article, call.Marked, loader, set => use(CreateBot(article, set, loader, options.Storage)));
    }

    private Task<int> ReadAsync(
        string article, MarkedEntryHandling marked, ArticleLoader loader, Func<KnowledgeSet, Task<int>> use)
    {
        switch (loader.Read(article, marked))
        {
            case ReadResult.Valid(var set):
                return use(set);
            case ReadResult.Invalid(var problems):
                foreach (var problem in problems) terminal.WriteErrorLine(problem.ToString());
                break;
        }

        return Task.FromResult(ExitCodes.BadData);
    }

    private ConsoleBot CreateBot(string article, KnowledgeSet set, ArticleLoader loader, StorageOptions storage)
    {
        // In a console, vectors that can't be cached only cost a moment at each start: no warning.
        var answerer = new Lazy<Answerer>(() => loader.Train(article, set, static _ => { }));
        var served = new ServedArticle(
            set, (question, cancellationToken) => loader.Queue.AskAsync(answerer.Value, question, cancellationToken));
        var commands = ChatServices.CreateConsoleDispatcher(
            new SingleArticleCatalog(served), random, new QuoteCardPainter(programPaths.ProgramFolder));
        return new ConsoleBot(served, answerer, commands, random, terminal, CreateRenderer()) { Storage = storage };
    }

    private IReplyRenderer CreateRenderer() => terminal.IsOutputRedirected
        ? new PlainRenderer(terminal.Out)
        : new TerminalRenderer(TerminalOutput.CreateConsole(terminal.Out));
}
