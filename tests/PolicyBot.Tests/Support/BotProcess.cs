using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace PolicyBot.Tests.Support;

/// <summary>The built program, started as a process.</summary>
internal static class BotProcess
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private static string Executable =>
        Path.GetFullPath(Path.Combine(ProgramFolder, OperatingSystem.IsWindows() ? "PolicyBot.exe" : "PolicyBot"));

    private static string ProgramFolder =>
        typeof(BotProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "ProgramFolder").Value!;

    /// <summary>Runs it with these bytes on standard input.</summary>
    public static Task<Run> RunAsync(
        byte[] input, IReadOnlyDictionary<string, string> environment, params string[] args) =>
        RunAsync(StartOf(environment, args), input);

    public static Task<Run> RunAsync(string input, params string[] args) =>
        RunAsync(Encoding.UTF8.GetBytes(input), new Dictionary<string, string>(), args);

    /// <summary>Runs it with its standard output on a device that is full.</summary>
    public static Task<Run> RunFullAsync(string args) =>
        RunAsync(new ProcessStartInfo("/bin/sh", ["-c", $"exec '{Executable}' {args} > /dev/full"]), []);

    /// <summary>Runs it with its standard input closed.</summary>
    public static Task<Run> RunClosedAsync(string args) =>
        RunAsync(new ProcessStartInfo("/bin/sh", ["-c", $"exec '{Executable}' {args} <&-"]), []);

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] args) =>
        Start(StartOf(environment, args));

    private static ProcessStartInfo StartOf(IReadOnlyDictionary<string, string> environment, string[] args)
    {
        var start = new ProcessStartInfo(Executable, args);
        // Not in the user's data folder, where a bot of their own may run.
        start.Environment["POLICYBOT_Storage__DataFolder"] = Path.Combine(AppContext.BaseDirectory, "data");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetTempPath();
        return Process.Start(start)!;
    }

    private static async Task<Run> RunAsync(ProcessStartInfo start, byte[] input)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        using var process = Start(start);
        var output = ReadAsync(process.StandardOutput.BaseStream, deadline.Token);
        var error = ReadAsync(process.StandardError.BaseStream, deadline.Token);
        await WriteAsync(process, input, deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return new Run(process.ExitCode, await output, await error);
    }

    // A program that is called wrongly ends without reading.
    private static async Task WriteAsync(Process process, byte[] input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended; its exit code tells the rest.
        }
    }

    // Bytes are read, so that a byte order mark would be seen.
    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
    }
}
