using System.ComponentModel;
using System.Diagnostics;

namespace PolicyBot.FakeDiscord.Tests.DiscordJs;

/// <summary>Installs discord.js next to the built tests, once; later runs use it again.</summary>
internal static class NodeInstallation
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    /// <summary>The client's folder, outside the source tree.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "DiscordJs");

    /// <summary>
    /// Whether discord.js can read a compressed gateway. The library for that needs a compiler to install.
    /// </summary>
    public static bool CanDecompress =>
        File.Exists(Path.Combine(Folder, "node_modules", "zlib-sync", "build", "Release", "zlib_sync.node"));

    /// <summary>Installs what is missing. Returns why the tests must be skipped, or null.</summary>
    public static Task<string?> PrepareAsync() => Installed.Value;

    private static async Task<string?> InstallAsync()
    {
        if (await RunAsync("node", "--version") != 0) return "skipped, because Node.js is not installed";
        if (await IsWholeAsync()) return null;

        var isInstalled =
            await RunAsync(Npm, "install", "--no-audit", "--no-fund", "--no-package-lock") == 0 && await IsWholeAsync();
        return isInstalled ? null : "skipped, because npm could not install discord.js";
    }

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    // Also detects a folder with an older version.
    private static async Task<bool> IsWholeAsync() =>
        Directory.Exists(Path.Combine(Folder, "node_modules")) && await RunAsync(Npm, "ls", "discord.js") == 0;

    // Returns the exit code, or null if the program is missing or doesn't end.
    private static async Task<int?> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
                var error = process.StandardError.ReadToEndAsync(deadline.Token);
                await Task.WhenAll(output, error);
                await process.WaitForExitAsync(deadline.Token);
                return process.ExitCode;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
