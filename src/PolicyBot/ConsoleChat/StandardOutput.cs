using Microsoft.Win32.SafeHandles;

namespace PolicyBot.ConsoleChat;

/// <summary>The process's standard output.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>
    /// Opens it so that writing fails when the reader of a pipe has closed it. The console's own stream ignores that,
    /// and <c>policybot ask --json --stdin | head -1</c> would go on answering. For files, the console's stream is
    /// used: it writes at the position that processes share.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        try
        {
            var stream =
                new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? Console.OpenStandardOutput() : stream;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Standard output is closed, or can't be written to as a file.
            return Console.OpenStandardOutput();
        }
    }
}
