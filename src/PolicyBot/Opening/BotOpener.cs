using PolicyBot.Cards;
using PolicyBot.Chat.Commands;
using PolicyBot.Drawing;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Loading;
using PolicyBot.Serving;
using PolicyBot.Settings;
using PolicyBot.Terminals;

namespace PolicyBot.Opening;

/// <summary>Opens the bot for a command, or tells what is wrong with its settings or its article.</summary>
internal sealed class BotOpener(Terminal terminal, Surroundings surroundings, Random random)
{
    /// <summary>Opens the bot and uses it.</summary>
    /// <param name="article">The article that was named in the call, or null.</param>
    /// <param name="use">Uses the bot; gives the exit code.</param>
    public Task<int> UseAsync(string? article, Func<Bot, Task<int>> use) =>
        WithSettingsAsync(settings => UseAsync(article ?? settings.Options.Article, settings.Options.Matching, use));

    /// <summary>Serves on Discord where a token is set; else opens the bot and uses it.</summary>
    /// <param name="article">The article that was named in the call, or null.</param>
    /// <param name="use">Uses the bot; gives the exit code.</param>
    public Task<int> ServeOrUseAsync(string? article, Func<Bot, Task<int>> use) => WithSettingsAsync(settings =>
    {
        var options = settings.Options;
        if (options.Discord.Token is null) return UseAsync(article ?? options.Article, options.Matching, use);
        var loading = LoadingArticle.Start(article ?? options.Article, options.Matching, surroundings);
        return BotHost.RunAsync(BotHost.CreateBuilder(settings, loading, surroundings, terminal, random));
    });

    private Task<int> WithSettingsAsync(Func<SettingsResult.Read, Task<int>> use)
    {
        switch (SettingsReader.Read(surroundings))
        {
            case SettingsResult.Read settings:
                return use(settings);
            case SettingsResult.Bad(var problem):
                terminal.WriteErrorLine($"policybot: {problem}");
                break;
        }

        return Task.FromResult(ExitCodes.BadData);
    }

    private Task<int> UseAsync(string article, MatchingOptions matching, Func<Bot, Task<int>> use)
    {
        switch (ArticleFolder.Read(article, surroundings))
        {
            case ReadResult.Sound(var set):
                return use(Open(set, matching));
            case ReadResult.Faulty(var faults):
                foreach (var fault in faults) terminal.WriteErrorLine(fault.ToString());
                break;
        }

        return Task.FromResult(ExitCodes.BadData);
    }

    private Bot Open(KnowledgeSet set, MatchingOptions matching)
    {
        var answerer = new Lazy<Answerer>(() => AnswererTraining.Train(set, matching));
        var served = new ServedArticle(set, question => answerer.Value.Ask(question));
        IReplyRenderer renderer = terminal.IsOutputRedirected
            ? new PlainRenderer(terminal.Out)
            : new TerminalRenderer(TerminalOutput.CreateConsole(terminal.Out));
        return new Bot(served, answerer, BotCommands.CreateDispatcher(_ => ValueTask.FromResult(served), random, new QuoteCardPainter(surroundings.ProgramFolder)), random, terminal, renderer);
    }
}
