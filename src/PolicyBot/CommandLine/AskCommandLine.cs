using System.CommandLine;
using PolicyBot.Chat.Commands;
using PolicyBot.ConsoleChat;
using PolicyBot.JsonOutput;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>ask QUESTION [--explain]</c>, <c>ask --json QUESTION</c>, <c>ask [--json] --stdin</c>, each with <c>--draft</c>.
/// </summary>
internal sealed class AskCommandLine
{
    private readonly Argument<string[]> _question = new("question")
    {
        Description = "The question.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object per question." };
    private readonly Option<bool> _stdin = new("--stdin")
    {
        Description = "Read questions from standard input, one per line.",
    };
    private readonly Option<bool> _draft = BotCommandLine.CreateDraftOption();
    private readonly Option<bool> _explain = new("--explain") { Description = "Explain the answer, with numbers." };

    public static Command Create(BotCommandLine line)
    {
        var ask = new AskCommandLine();
        var command = new Command("ask", "Answer a question from the article.")
        {
            ask._question,
            ask._json,
            ask._stdin,
            ask._explain,
            ask._draft,
        };
        command.Validators.Add(call =>
        {
            var isGiven = call.GetResult(ask._question) is { Tokens.Count: > 0 };
            if (call.GetValue(ask._stdin) && isGiven) call.AddError("A question and --stdin can't be combined.");
            else if (!call.GetValue(ask._stdin) && !isGiven)
                call.AddError("The question is missing; write it after ask, or use --stdin.");
            if (call.GetValue(ask._json) && call.GetValue(ask._explain))
                call.AddError("--json and --explain can't be combined.");
        });
        command.SetAction(
            (call, cancellationToken) => line.UseAsync(
                call,
                BotCommandLine.GetMarked(call, ask._draft),
                bot => ask.RunAsync(call, bot, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(ParseResult call, ConsoleBot bot, CancellationToken cancellationToken)
    {
        var isFirst = true;
        foreach (var asked in Questions(call, bot))
        {
            if (call.GetValue(_json))
            {
                var answers = await MessageAnswers.AskAsync([bot.Article], asked, cancellationToken);
                JsonLineWriter.Write(bot.Terminal.Out, AnswerJson.From(asked, answers));
            }
            else
            {
                if (!isFirst) bot.Terminal.Out.Write('\n');
                await WriteAsync(bot, asked, call.GetValue(_explain));
            }

            // The program that writes the questions may wait for each answer.
            bot.Terminal.Out.Flush();
            isFirst = false;
        }

        return ExitCodes.Success;
    }

    private static async Task WriteAsync(ConsoleBot bot, string asked, bool explain)
    {
        await BotCommandLine.ReplyAsync(bot, AskCommand.CreateRequest(asked, ConsoleBot.ConversationId));
        if (!explain) return;
        bot.Terminal.Out.Write('\n');
        await BotCommandLine.ReplyAsync(bot, WhyCommand.CreateDetailedRequest(ConsoleBot.ConversationId));
    }

    private IEnumerable<string> Questions(ParseResult call, ConsoleBot bot)
    {
        if (!call.GetValue(_stdin))
        {
            yield return string.Join(' ', call.GetValue(_question)!);
            yield break;
        }

        while (bot.Terminal.In.ReadLine() is { } asked) yield return asked;
    }
}
