using System.Text;
using PolicyBot.Chat.Messages;

namespace PolicyBot.ConsoleChat;

/// <summary>What the program reads from and writes to.</summary>
internal sealed class Terminal(TextReader input, TextWriter output, TextWriter error) : IDisposable
{
    public TextReader In { get; } = input;

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>Whether the input is a file or a pipe, so that nobody types.</summary>
    public bool IsInputRedirected { get; init; } = true;

    /// <summary>Whether the output goes to a file or a pipe.</summary>
    public bool IsOutputRedirected { get; init; } = true;

    /// <summary>
    /// The streams of this process, in UTF-8 whatever the locale. Output has no byte order mark; a mark at the start of
    /// the input is skipped, and bytes that aren't UTF-8 are read as U+FFFD.
    /// </summary>
    public static Terminal FromProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var input = Console.IsInputRedirected
            ? new StreamReader(
                StandardInput.Open(), utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16)
            : Console.In;
        var output = new StreamWriter(StandardOutput.Open(), utf8, 1 << 14);
        var error = new StreamWriter(Console.OpenStandardError(), utf8, 256) { AutoFlush = true };
        return new Terminal(input, output, error)
        {
            IsInputRedirected = Console.IsInputRedirected,
            IsOutputRedirected = Console.IsOutputRedirected
        };
    }

    /// <summary>Writes an error in one line.</summary>
    public void WriteErrorLine(string text) => Error.WriteLine(TextSanitizer.ToOneLine(text));

    /// <summary>Flushes the output. The streams stay open; they belong to the process.</summary>
    public void Dispose()
    {
        try
        {
            Out.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was reported before, or nobody reads the output any more.
        }
    }
}
