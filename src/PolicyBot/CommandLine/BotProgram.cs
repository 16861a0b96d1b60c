using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using PolicyBot.Chat.Articles;
using PolicyBot.ConsoleChat;
using PolicyBot.Hosting;

namespace PolicyBot.CommandLine;

/// <summary>The program without its process: arguments and streams in, an exit code out.</summary>
internal sealed class BotProgram(Terminal terminal, AppPaths paths, Random random)
{
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        // A question may begin with "@", which doesn't name a file of arguments.
        var parsing = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        var call = BotCommandLine.Create(new AppRunner(terminal, paths, random)).Parse(args, parsing);
        try
        {
            var wrong = call.Action is ParseErrorAction ? call.Errors[0].Message : FindUnknownOption(call);
            var exitCode = wrong is not null
                ? ReportInvalidCommandLine(wrong)
                : await call.InvokeAsync(new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                });
            terminal.Out.Flush();
            return exitCode;
        }
        catch (SentenceEncoderException e)
        {
            terminal.WriteErrorLine($"policybot: {e.Message}");
            return ExitCodes.BadData;
        }
        catch (IOException e) when (BrokenPipe.Is(e))
        {
            // The reader of the output has closed it (`policybot … | head -1`).
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Files are handled elsewhere, so this is a standard stream: a full disk, a closed descriptor.
            terminal.WriteErrorLine(
                $"policybot: The output can't be written ({e.Message.TrimEnd('.')}); check where it goes.");
            return ExitCodes.BadData;
        }
    }

    // The parser takes an unknown option for a word of the question.
    private static string? FindUnknownOption(ParseResult call)
    {
        var words = call.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).Where(t => t.Type == TokenType.Argument);
        return words.FirstOrDefault(
            w => w.Value.Length > 1 && w.Value[0] == '-' && !w.Value.Any(char.IsWhiteSpace)) is { } word
            ? $"Unknown option {word.Value}; put -- before words that begin with a dash."
            : null;
    }

    private int ReportInvalidCommandLine(string problem)
    {
        terminal.WriteErrorLine($"policybot: {problem} See policybot --help.");
        return ExitCodes.InvalidCommandLine;
    }
}
