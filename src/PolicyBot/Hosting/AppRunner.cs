using PolicyBot.Chat;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.ConsoleChat;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Loading;
using PolicyBot.QuoteCards;
using PolicyBot.Settings;

namespace PolicyBot.Hosting;

/// <summary>Opens the bot for a command, or tells what is wrong with its settings or its article.</summary>
internal sealed class AppRunner(Terminal terminal, AppPaths surroundings, Random random)
{
    /// <summary>Opens the bot and uses it.</summary>
    /// <param name="article">The article that was named in the call, or null.</param>
    /// <param name="use">Uses the bot; gives the exit code.</param>
    public Task<int> UseAsync(string? article, Func<ConsoleBot, Task<int>> use) =>
        WithSettingsAsync((settings, loader) => UseAsync(article ?? settings.Options.Article, loader, use));

    /// <summary>Serves on Discord where a token is set; else opens the bot and uses it.</summary>
    /// <param name="article">The article that was named in the call, or null.</param>
    /// <param name="use">Uses the bot; gives the exit code.</param>
    public Task<int> ServeOrUseAsync(string? article, Func<ConsoleBot, Task<int>> use) => WithSettingsAsync((settings, loader) =>
    {
        var options = settings.Options;
        if (options.Discord.Token is null) return UseAsync(article ?? options.Article, loader, use);
        var loading = PendingArticle.Start(article ?? options.Article, loader);
        return BotHost.RunAsync(BotHost.CreateBuilder(settings, loading, loader, surroundings, terminal, random));
    });

    private Task<int> WithSettingsAsync(Func<SettingsResult.Read, ArticleLoader, Task<int>> use)
    {
        switch (SettingsReader.Read(surroundings))
        {
            case SettingsResult.Read settings:
                var encoder = SentenceEncoderFile.Open(settings.Options.Matching.Encoder, surroundings);
                return use(settings, new ArticleLoader(settings.Options, surroundings, encoder, new AnswerQueue()));
            case SettingsResult.Bad(var problem):
                terminal.WriteErrorLine($"policybot: {problem}");
                break;
        }

        return Task.FromResult(ExitCodes.BadData);
    }

    private Task<int> UseAsync(string article, ArticleLoader loader, Func<ConsoleBot, Task<int>> use)
    {
        switch (loader.Read(article))
        {
            case ReadResult.Valid(var set):
                return use(Open(article, set, loader));
            case ReadResult.Invalid(var faults):
                foreach (var fault in faults) terminal.WriteErrorLine(fault.ToString());
                break;
        }

        return Task.FromResult(ExitCodes.BadData);
    }

    private ConsoleBot Open(string article, KnowledgeSet set, ArticleLoader loader)
    {
        // Vectors that can't be cached cost the user of a console a moment at each start, and no warning.
        var answerer = new Lazy<Answerer>(() => loader.Train(article, set, static _ => { }));
        var served = new ServedArticle(set, (question, cancellationToken) => loader.Queue.AskAsync(answerer.Value, question, cancellationToken));
        IReplyRenderer renderer = terminal.IsOutputRedirected
            ? new PlainRenderer(terminal.Out)
            : new TerminalRenderer(TerminalOutput.CreateConsole(terminal.Out));
        return new ConsoleBot(served, answerer, ChatServices.CreateConsoleDispatcher(new SingleArticleCatalog(served), random, new QuoteCardPainter(surroundings.ProgramFolder)), random, terminal, renderer);
    }
}
