using Microsoft.Win32.SafeHandles;

namespace PolicyBot.ConsoleChat;

/// <summary>The process's standard output.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>
    /// Opens it so that a pipe whose reader has gone is told. The console's own stream swallows that, and `policybot
    /// ask --json --stdin | head -1` would answer an endless input to the end. A file is left to the console's stream,
    /// which writes at the place that processes share.
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
            // Closed, or nothing that can be written as a file.
            return Console.OpenStandardOutput();
        }
    }
}
