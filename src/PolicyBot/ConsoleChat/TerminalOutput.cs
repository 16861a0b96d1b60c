using System.Text;
using Spectre.Console;

namespace PolicyBot.ConsoleChat;

/// <summary>A terminal that is written to with the program's own writer.</summary>
internal sealed class TerminalOutput(TextWriter writer) : IAnsiConsoleOutput
{
    // For a terminal that doesn't report its size.
    private const int DefaultWidth = 80;
    private const int DefaultHeight = 24;

    public TextWriter Writer { get; } = writer;

    public bool IsTerminal => true;

    public int Width => Size(() => Console.WindowWidth, DefaultWidth);

    public int Height => Size(() => Console.WindowHeight, DefaultHeight);

    public static IAnsiConsole CreateConsole(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new TerminalOutput(writer) });

    /// <summary>Does nothing: the writer is UTF-8 in every locale.</summary>
    public void SetEncoding(Encoding encoding)
    {
    }

    private static int Size(Func<int> ask, int otherwise)
    {
        try
        {
            return ask() is var size and > 0 ? size : otherwise;
        }
        catch (IOException)
        {
            return otherwise;
        }
    }
}
