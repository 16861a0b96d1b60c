using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;
using PolicyBot.Hosting;
using PolicyBot.Storage;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>questions export --server ID [--into FILE]</c> and <c>stats export --server ID [--days N] [--into FILE]</c>: what
/// a server asked, as a table, from the configured database.
/// </summary>
internal static class UsageExportCommandLine
{
    public static Command CreateQuestions(BotCommandLine line)
    {
        var server = ServerOption.Create();
        var (into, force) = CreateFileOptions();
        var export = new Command("export", "Write a CSV table of the questions that weren't answered well.")
        {
            server, into, force,
        };
        export.SetAction((call, cancellationToken) => line.UseDataAsync(call, data => WriteAsync(
            data,
            async store => UsageTables.WriteQuestions(
                await store.ListUnansweredAsync(call.GetValue(server)!, int.MaxValue, cancellationToken)),
            call.GetValue(into),
            call.GetValue(force))));
        return new Command("questions", "Show what a server asked.") { export };
    }

    public static Command CreateStats(BotCommandLine line)
    {
        var server = ServerOption.Create();
        var (into, force) = CreateFileOptions();
        var days = new Option<int>("--days")
        {
            Description = "How many days back: 1 to 365 (default: 30).",
            DefaultValueFactory = _ => UsageRange.DefaultDays,
            HelpName = "days",
        };
        days.Validators.Add(call =>
        {
            if (call.GetValueOrDefault<int>() is < 1 or > UsageRange.MaxDays)
                call.AddError($"--days must be from 1 to {UsageRange.MaxDays}.");
        });
        var export = new Command("export", "Write a CSV table of how often each question was answered.")
        {
            server, days, into, force,
        };
        export.SetAction((call, cancellationToken) => line.UseDataAsync(call, data => WriteAsync(
            data,
            async store =>
            {
                var now = new ProvidedClock(TimeProvider.System).GetCurrentInstant();
                var after = UsageRange.GetStart(now, call.GetValue(days));
                return UsageTables.WriteCounts(
                    await store.GetTotalsAsync(call.GetValue(server)!, after, now, cancellationToken));
            },
            call.GetValue(into),
            call.GetValue(force))));
        return new Command("stats", "Show how a server's questions were answered.") { export };
    }

    private static (Option<string?> Into, Option<bool> Force) CreateFileOptions() => (
        new Option<string?>("--into") { Description = "The file to write (default: the terminal).", HelpName = "file" },
        new Option<bool>("--force") { Description = "Replace the file if it exists." });

    private static async Task<int> WriteAsync(
        DataAccess data, Func<IUsageStore, Task<byte[]>> read, string? path, bool force)
    {
        var (terminal, storage) = (data.Terminal, data.Storage);
        var full = path is null ? null : Path.GetFullPath(path, data.CurrentFolder);
        if (File.Exists(full) && !force)
        {
            terminal.WriteErrorLine($"policybot: {path} exists; choose another file, or add --force to replace it.");
            return ExitCodes.BadData;
        }

        if (!storage.MayHaveDatabase())
        {
            terminal.WriteErrorLine(
                $"policybot: There is no database in {storage.GetDataFolder()}; set Storage:DataFolder to the bot's "
                    + "data folder.");
            return ExitCodes.BadData;
        }

        byte[] table;
        try
        {
            await using var services = new ServiceCollection()
                .AddSingleton(TimeProvider.System).AddStorage(storage).BuildServiceProvider();
            table = await read(services.GetRequiredService<IUsageStore>());
        }
        catch (StoreUnavailableException e)
        {
            terminal.WriteErrorLine($"policybot: The table can't be read. {e.Message}");
            return ExitCodes.BadData;
        }

        if (full is null)
        {
            // A byte order mark is for files.
            terminal.Out.Write(System.Text.Encoding.UTF8.GetString(table).TrimStart('\uFEFF'));
            return ExitCodes.Success;
        }

        try
        {
            OutputFile.Write(full, table, force);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.WriteErrorLine(
                $"policybot: {path} can't be written ({e.Message.TrimEnd('.')}); choose another file.");
            return ExitCodes.BadData;
        }

        terminal.Out.Write($"Wrote {path}.\n");
        return ExitCodes.Success;
    }
}
