using System.CommandLine;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.ConsoleChat;
using PolicyBot.Hosting;

namespace PolicyBot.CommandLine;

/// <summary>The program's commands, each wired to what it does.</summary>
internal sealed class BotCommandLine
{
    private readonly AppRunner _opener;
    private readonly Option<string?> _article = new("--article")
    {
        Description = "The article: the name of a folder in config/articles, or the path of one.",
        HelpName = "name|folder",
        Recursive = true,
    };

    private BotCommandLine(AppRunner opener) => _opener = opener;

    public static RootCommand Create(AppRunner opener)
    {
        var line = new BotCommandLine(opener);
        line._article.Validators.Add(call =>
        {
            if (call.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value)) call.AddError("--article is empty; name an article or the path of one.");
        });
        var root = new RootCommand("Answers questions about a published article, and says nothing that it does not. Without a command: serves on Discord where a token is set, else a chat.")
        {
            line._article,
            line.Chat(),
            AskCommandLine.Create(line),
            QuoteCommandLine.Create(line),
            line.Summary(),
            line.People(),
            line.Topics(),
            ArticleCommandLine.Create(line),
            CheckCommandLine.Create(line),
            EvalCommandLine.Create(line),
        };
        root.Directives.Clear();
        root.SetAction(call => opener.ServeOrUseAsync(call.GetValue(line._article), ChatAsync));
        return root;
    }

    /// <summary>Opens the bot with the article that was named in the call.</summary>
    public Task<int> UseAsync(ParseResult call, Func<ConsoleBot, Task<int>> use) => _opener.UseAsync(call.GetValue(_article), use);

    /// <summary>Opens the bot and writes its reply to a request.</summary>
    public Task<int> ReplyAsync(ParseResult call, CommandRequest request) => UseAsync(call, bot => ReplyAsync(bot, request));

    /// <summary>Writes a bot's reply to a request.</summary>
    public static async Task<int> ReplyAsync(ConsoleBot bot, CommandRequest request)
    {
        bot.Renderer.Write(await bot.Commands.DispatchAsync(request, CancellationToken.None), isPickable: false);
        return ExitCodes.Success;
    }

    private static Task<int> ChatAsync(ConsoleBot bot) => new ChatSession(bot).RunAsync();

    private Command Chat()
    {
        var command = new Command("chat", "Chat in the terminal, whether or not a Discord token is set.");
        command.SetAction(call => UseAsync(call, ChatAsync));
        return command;
    }

    private Command Summary()
    {
        var length = new Option<string?>("--length") { Description = "One line, a few sentences (the default), or every main point." };
        length.AcceptOnlyFromAmong("line", "short", "full");
        var command = new Command("summary", "Sum the article up.") { length };
        command.SetAction(call => ReplyAsync(call, CommandRequest.Create("summary", ConsoleBot.Place, ("length", call.GetValue(length) ?? ""))));
        return command;
    }

    private Command People()
    {
        var command = new Command("people", "Show the people and organisations that the article names.");
        command.SetAction(call => ReplyAsync(call, CommandRequest.Create("people", ConsoleBot.Place)));
        return command;
    }

    private Command Topics()
    {
        var topic = new Argument<string?>("topic") { Description = "One of the topics, to see its questions.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("topics", "Show what can be asked about.") { topic };
        command.SetAction(call => ReplyAsync(call, CommandRequest.Create("topics", ConsoleBot.Place, ("topic", call.GetValue(topic) ?? ""))));
        return command;
    }
}
