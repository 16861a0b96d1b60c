using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.ConsoleChat;
using PolicyBot.Hosting;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Settings;

namespace PolicyBot.CommandLine;

/// <summary>The command line: every command with its options and what it runs.</summary>
internal sealed class BotCommandLine
{
    private readonly AppRunner _runner;

    private readonly Option<string?> _article = new("--article")
    {
        Description = "The article: a folder's name in the articles folder, or its path.",
        HelpName = "name|folder",
        Recursive = true,
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description = "The settings file (default: config/policybot.json).",
        HelpName = "file",
        Recursive = true,
    };

    private BotCommandLine(AppRunner runner)
    {
        _runner = runner;
        RefuseEmpty(_article, "--article is empty; name an article or its path.");
        RefuseEmpty(_config, "--config is empty; choose a settings file.");
    }

    public static RootCommand Create(AppRunner runner)
    {
        var line = new BotCommandLine(runner);
        var root = new RootCommand(
            "Answers questions about a published article, in the article's own words. "
            + "Without a command, it runs on Discord if a token is set, and chats in the terminal otherwise.")
        {
            line._article,
            line._config,
            line.Chat(),
            AskCommandLine.Create(line),
            QuoteCommandLine.Create(line),
            VerifyCommandLine.Create(line),
            line.Summary(),
            line.People(),
            line.Topics(),
            ArticleCommandLine.Create(line),
            DraftCommandLine.Create(line),
            CheckCommandLine.Create(line),
            CoverageCommandLine.Create(line),
            DiffCommandLine.Create(line),
            EvalCommandLine.Create(line),
            ExportCommandLine.Create(line),
            ImportCommandLine.Create(line),
            HealthCommandLine.Create(line),
            CurateCommandLine.Create(line),
            UsageExportCommandLine.CreateQuestions(line),
            UsageExportCommandLine.CreateStats(line),
            BackupCommandLine.CreateBackup(line),
            BackupCommandLine.CreateRestore(line),
        };
        root.Directives.Clear();
        root.SetAction(call => runner.ServeOrUseAsync(line.GetOptions(call), ChatOrExplainAsync));
        return root;
    }

    /// <summary>Loads the bot as the command line says, and uses it.</summary>
    public Task<int> UseAsync(ParseResult call, Func<ConsoleBot, Task<int>> use) =>
        _runner.UseAsync(GetOptions(call), use);

    /// <summary>Loads the bot with or without the marked parts of the set, and uses it.</summary>
    public Task<int> UseAsync(ParseResult call, MarkedEntryHandling marked, Func<ConsoleBot, Task<int>> use) =>
        _runner.UseAsync(GetOptions(call) with { Marked = marked }, use);

    /// <summary>Reads the article and its files as the command line says, and uses them.</summary>
    /// <param name="call">The command line.</param>
    /// <param name="article">The article's name or folder, or null for the one of --article or of the settings.</param>
    /// <param name="marked">What happens to the marked parts of the set.</param>
    /// <param name="use">Uses them; returns the exit code.</param>
    public Task<int> UseFolderAsync(
        ParseResult call, string? article, MarkedEntryHandling marked, Func<CuratedFolder, Task<int>> use)
    {
        var options = GetOptions(call);
        return _runner.UseFolderAsync(options with { Article = article ?? options.Article, Marked = marked }, use);
    }

    /// <summary>Whether the command line names an article.</summary>
    public bool NamesArticle(CommandResult call) => call.GetValue(_article) is not null;

    /// <summary>Uses the articles folder without loading an article.</summary>
    public Task<int> UseArticlesFolderAsync(
        ParseResult call, Func<Terminal, ArticlesFolder, AppPaths, Task<int>> use) =>
        _runner.UseArticlesFolderAsync(GetOptions(call), use);

    /// <summary>Uses the settings only.</summary>
    public Task<int> UseSettingsAsync(ParseResult call, Func<BotOptions, Terminal, Task<int>> use) =>
        _runner.UseSettingsAsync(GetOptions(call), use);

    /// <summary>Uses the bot's data without loading an article.</summary>
    public Task<int> UseDataAsync(ParseResult call, Func<DataAccess, Task<int>> use) =>
        _runner.UseDataAsync(GetOptions(call), use);

    /// <summary>Loads what is needed to change servers' sets, and uses it.</summary>
    public Task<int> UseCurationAsync(ParseResult call, Func<CurationBot, Task<int>> use) =>
        _runner.UseCurationAsync(GetOptions(call), use);

    /// <summary>Creates the option that includes the marked parts of the set.</summary>
    public static Option<bool> CreateDraftOption() => new("--draft")
    {
        Description = "Also use what the set marks with “review:”.",
    };

    /// <summary>Uses the articles folder, with the article that the command line or the settings name.</summary>
    public Task<int> UseArticlesAsync(ParseResult call, Func<ArticlesFolder, string, Terminal, int> use) =>
        _runner.UseArticlesAsync(GetOptions(call), use);

    /// <summary>Loads the bot and writes its reply to a request.</summary>
    public Task<int> ReplyAsync(ParseResult call, CommandRequest request) =>
        UseAsync(call, bot => ReplyAsync(bot, request));

    /// <summary>Writes a bot's reply to a request.</summary>
    public static async Task<int> ReplyAsync(ConsoleBot bot, CommandRequest request)
    {
        bot.Renderer.Write(await bot.Commands.DispatchAsync(request, CancellationToken.None), isPickable: false);
        return ExitCodes.Success;
    }

    /// <summary>Returns what the option says about the marked parts of the set.</summary>
    public static MarkedEntryHandling GetMarked(ParseResult call, Option<bool> draft) =>
        call.GetValue(draft) ? MarkedEntryHandling.Included : MarkedEntryHandling.Withheld;

    private static void RefuseEmpty(Option<string?> option, string message) => option.Validators.Add(call =>
    {
        if (call.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value)) call.AddError(message);
    });

    private CallOptions GetOptions(ParseResult call) => new(call.GetValue(_article), call.GetValue(_config));

    // A service whose token is missing must not end as if all were well.
    private static Task<int> ChatOrExplainAsync(ConsoleBot bot)
    {
        if (!bot.Terminal.IsInputRedirected || bot.Terminal.In.Peek() >= 0) return ChatAsync(bot);
        bot.Terminal.WriteErrorLine(
            "policybot: No Discord token is set, and nobody can chat: standard input is empty. To run on Discord, set "
                + "DISCORD__TOKEN or DISCORD__TOKENFILE; to chat, start it at a terminal.");
        return Task.FromResult(ExitCodes.BadData);
    }

    private static Task<int> ChatAsync(ConsoleBot bot) => new ChatSession(bot).RunAsync();

    private Command Chat()
    {
        var draft = CreateDraftOption();
        var command = new Command("chat", "Chat in the terminal, whether or not a Discord token is set.") { draft };
        command.SetAction(call => UseAsync(call, GetMarked(call, draft), ChatAsync));
        return command;
    }

    private Command Summary()
    {
        var length = new Option<string?>("--length")
        {
            Description = "One line, a few sentences (the default), or every main point."
        };
        length.AcceptOnlyFromAmong("line", "short", "full");
        var command = new Command("summary", "Summarize the article.") { length };
        command.SetAction(
            call => ReplyAsync(
                call,
                CommandRequest.Create("summary", ConsoleBot.ConversationId, ("length", call.GetValue(length) ?? ""))));
        return command;
    }

    private Command People()
    {
        var command = new Command("people", "Show the people and organisations that the article mentions.");
        command.SetAction(call => ReplyAsync(call, CommandRequest.Create("people", ConsoleBot.ConversationId)));
        return command;
    }

    private Command Topics()
    {
        var topic = new Argument<string?>("topic")
        {
            Description = "A topic, to see its questions.",
            Arity = ArgumentArity.ZeroOrOne
        };
        var command = new Command("topics", "Show what you can ask about.") { topic };
        command.SetAction(
            call => ReplyAsync(
                call,
                CommandRequest.Create("topics", ConsoleBot.ConversationId, ("topic", call.GetValue(topic) ?? ""))));
        return command;
    }
}
