using System.CommandLine;
using PolicyBot.Chat.Commands;
using PolicyBot.ConsoleChat;

namespace PolicyBot.CommandLine;

/// <summary><c>verify TEXT</c>.</summary>
internal static class VerifyCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var text = new Argument<string[]>("text")
        {
            Description = "The quotation, and who said it, before or after it.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("verify", "Check whether a quotation matches the article.") { text };
        command.SetAction(call => line.ReplyAsync(
            call,
            VerifyCommand.CreateRequest(string.Join(' ', call.GetValue(text)!), ConsoleBot.ConversationId)));
        return command;
    }
}
