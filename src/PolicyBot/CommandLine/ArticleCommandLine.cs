using System.CommandLine;
using PolicyBot.Chat.Messages;
using PolicyBot.ConsoleChat;

namespace PolicyBot.CommandLine;

/// <summary><c>article [--text]</c>.</summary>
internal static class ArticleCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var text = new Option<bool>("--text") { Description = "Print the whole text, verbatim." };
        var command = new Command("article", "Show which article this is, or its text.") { text };
        command.SetAction(call => call.GetValue(text)
            ? line.UseAsync(call, WriteText)
            : line.ReplyAsync(call, CommandRequest.Create("article", ConsoleBot.ConversationId)));
        return command;
    }

    // Offsets in JSON output refer to this text, so a file gets nothing else; at a terminal, the prompt belongs on a
    // new line.
    private static Task<int> WriteText(ConsoleBot bot)
    {
        bot.Terminal.Out.Write(bot.Article.Set.Article.Body);
        if (!bot.Terminal.IsOutputRedirected) bot.Terminal.Out.Write('\n');
        return Task.FromResult(ExitCodes.Success);
    }
}
