using System.Diagnostics;
using System.Text;

namespace PolicyBot.Tests.Support;

/// <summary>The built program, started as a process.</summary>
internal static class BotProcess
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "PolicyBot.exe" : "PolicyBot");

    /// <summary>Runs it with these bytes on standard input.</summary>
    public static async Task<Run> RunAsync(byte[] input, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        using var process = Start(environment, args);
        var output = ReadAsync(process.StandardOutput.BaseStream, deadline.Token);
        var error = ReadAsync(process.StandardError.BaseStream, deadline.Token);
        await process.StandardInput.BaseStream.WriteAsync(input, deadline.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(deadline.Token);
        return new Run(process.ExitCode, await output, await error);
    }

    public static Task<Run> RunAsync(string input, params string[] args) => RunAsync(Encoding.UTF8.GetBytes(input), new Dictionary<string, string>(), args);

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo(Executable, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    // Bytes are read, so that a byte order mark would be seen.
    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
    }
}
