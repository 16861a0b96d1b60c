using System.CommandLine;
using System.Globalization;
using System.Reflection;
using PolicyBot.Chat.Storage;
using PolicyBot.ConsoleChat;
using PolicyBot.Hosting;
using PolicyBot.Storage.Backup;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>backup FILE [--force]</c> and <c>restore FILE [--force]</c>: all of the configured database, in one file.
/// </summary>
internal static class BackupCommandLine
{
    public static Command CreateBackup(BotCommandLine line)
    {
        var path = new Argument<string>("file") { Description = "The file to write." };
        var force = new Option<bool>("--force") { Description = "Replace the file if it exists." };
        var command = new Command("backup", "Write the whole database to a file, even while the bot runs.")
        {
            path, force,
        };
        command.SetAction((call, cancellationToken) => line.UseDataAsync(call, data => RunAsync(
            data.Terminal, () => BackupAsync(data, call.GetValue(path)!, call.GetValue(force), cancellationToken))));
        return command;
    }

    public static Command CreateRestore(BotCommandLine line)
    {
        var path = new Argument<string>("file")
        {
            Description = "A file written by backup, from SQLite or PostgreSQL.",
        };
        var force = new Option<bool>("--force") { Description = "Replace all that the database holds." };
        var command = new Command("restore", "Restore the database from a backup. Stop the bot first.") { path, force };
        command.SetAction((call, cancellationToken) => line.UseDataAsync(call, data => RunAsync(
            data.Terminal, () => RestoreAsync(data, call.GetValue(path)!, call.GetValue(force), cancellationToken))));
        return command;
    }

    private static async Task<string> BackupAsync(
        DataAccess data, string path, bool force, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path, data.CurrentFolder);
        if (File.Exists(full) && !force)
            throw new CommandFailedException($"{path} exists; choose another file, or add --force to replace it.");
        try
        {
            using var file = OutputFile.Create(full, isPrivate: true);
            var result = await new DatabaseBackup(data.Storage).BackupAsync(
                file.Stream, GetVersion(), TimeProvider.System.GetUtcNow(), cancellationToken);
            var done = GetDone(result);
            file.Complete(force);
            return $"Wrote {path}: {Count(done)}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException(
                $"{path} can't be written ({e.Message.TrimEnd('.')}); choose another file.");
        }
    }

    private static async Task<string> RestoreAsync(
        DataAccess data, string path, bool force, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(Path.GetFullPath(path, data.CurrentFolder));
            var result = await new DatabaseBackup(data.Storage).RestoreAsync(file, force, cancellationToken);
            return $"Restored {path}: {Count(GetDone(result))}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{path} can't be read ({e.Message.TrimEnd('.')}); choose a backup.");
        }
    }

    private static async Task<int> RunAsync(Terminal terminal, Func<Task<string>> run)
    {
        try
        {
            terminal.Out.Write($"{await run()}\n");
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is CommandFailedException or StoreUnavailableException)
        {
            terminal.WriteErrorLine($"policybot: {e.Message}");
            return ExitCodes.BadData;
        }
    }

    private static BackupResult.Done GetDone(BackupResult result) => result switch
    {
        BackupResult.Done done => done,
        BackupResult.Refused(var problem) => throw new CommandFailedException(problem),
        _ => throw new InvalidOperationException($"Unknown kind of result: {result.GetType().Name}."),
    };

    private static string Count(BackupResult.Done done) =>
        string.Create(CultureInfo.InvariantCulture, $"{done.Rows:N0} rows in {done.Tables} tables");

    private static string GetVersion() => typeof(BackupCommandLine).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

}
