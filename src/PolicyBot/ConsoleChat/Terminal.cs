using System.Text;
using PolicyBot.Chat.Messages;

namespace PolicyBot.ConsoleChat;

/// <summary>What the program reads from and writes to.</summary>
internal sealed class Terminal(TextReader input, TextWriter output, TextWriter error) : IDisposable
{
    public TextReader In { get; } = input;

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>Whether what is read is a file or a pipe, and nobody types.</summary>
    public bool IsInputRedirected { get; init; } = true;

    /// <summary>Whether what is written goes to a file or a pipe, and nobody looks at it.</summary>
    public bool IsOutputRedirected { get; init; } = true;

    /// <summary>
    /// The streams of this process: UTF-8 without byte order marks, whatever the locale; bytes that are no UTF-8 are
    /// read as U+FFFD.
    /// </summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var input = Console.IsInputRedirected
            ? new StreamReader(
                Console.OpenStandardInput(), utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16)
            : Console.In;
        var output = new StreamWriter(StandardOutput.Open(), utf8, 1 << 14);
        var error = new StreamWriter(Console.OpenStandardError(), utf8, 256) { AutoFlush = true };
        return new Terminal(input, output, error)
        {
            IsInputRedirected = Console.IsInputRedirected,
            IsOutputRedirected = Console.IsOutputRedirected
        };
    }

    /// <summary>Writes what is wrong in one line.</summary>
    public void WriteErrorLine(string text) => Error.WriteLine(TextSanitizer.ToOneLine(text));

    /// <summary>Leaves the streams open; they are the process's.</summary>
    public void Dispose()
    {
        try
        {
            Out.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Told by then, or nobody reads any more.
        }
    }
}
