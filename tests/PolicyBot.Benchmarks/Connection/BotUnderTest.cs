using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PolicyBot.FakeDiscord;
using PolicyBot.Storage;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>The published program in its own process, connected to a fake Discord in this process.</summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string? _folder;
    private readonly ConcurrentQueue<string> _errors = new();

    private BotUnderTest(
        FakeDiscordServer server, Process process, TimeSpan untilReady, long memoryWhenReady, string? folder)
    {
        (Server, _process, UntilReady, MemoryWhenReady, _folder) =
            (server, process, untilReady, memoryWhenReady, folder);
        _process.OutputDataReceived += (_, line) => AddError(line.Data);
        _process.BeginOutputReadLine();
    }

    public FakeDiscordServer Server { get; }

    /// <summary>From the start of the process to READY.</summary>
    public TimeSpan UntilReady { get; }

    /// <summary>Resident, in bytes.</summary>
    public long MemoryWhenReady { get; }

    /// <summary>The processor's time that it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident, in bytes.</summary>
    public long Memory => ReadMemory(_process);

    /// <summary>The number of its threads.</summary>
    public int Threads => Directory.GetDirectories($"/proc/{_process.Id}/task").Length;

    /// <summary>The number of its open files, sockets and other handles.</summary>
    public int Handles => Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Length;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The lines of its log that are errors.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>What its resident memory consists of, in bytes, largest first.</summary>
    public IReadOnlyList<(string Kind, long Resident)> ListMemory() => MemoryMap.Read(_process.Id);

    /// <summary>Starts both and waits until the bot is there with its commands.</summary>
    /// <param name="executable">The program as published.</param>
    /// <param name="guilds">How many guilds the bot is in.</param>
    public static async Task<BotUnderTest> StartAsync(string executable, int guilds = 1)
    {
        var server = await FakeDiscordServer.StartAsync(
            new FakeDiscordOptions { ChecksRequests = false, RecordsRequests = false, Guilds = guilds });
        var folder = Directory.CreateTempSubdirectory("policybot-").FullName;
        return await StartAsync(executable, server, new StorageOptions { DataFolder = folder }, folder);
    }

    /// <summary>Starts only the bot, on an existing fake Discord and existing data.</summary>
    public static Task<BotUnderTest> StartAsync(string executable, FakeDiscordServer server, StorageOptions storage) =>
        StartAsync(executable, server, storage, null);

    /// <summary>Starts only the bot, and doesn't wait.</summary>
    /// <param name="executable">The program as published.</param>
    /// <param name="server">The fake Discord.</param>
    /// <param name="storage">Where the data is.</param>
    /// <param name="environment">Further environment variables.</param>
    public static BotUnderTest Launch(
        string executable,
        FakeDiscordServer server,
        StorageOptions storage,
        IReadOnlyDictionary<string, string> environment) =>
        new(server, StartProcess(executable, server, storage, environment), TimeSpan.Zero, 0, null);

    /// <param name="executable">The program as published.</param>
    /// <param name="server">The fake Discord.</param>
    /// <param name="storage">Where the data is.</param>
    /// <param name="folder">The folder to delete at the end, together with the fake Discord; null keeps both.</param>
    private static async Task<BotUnderTest> StartAsync(
        string executable, FakeDiscordServer server, StorageOptions storage, string? folder)
    {
        var startedAt = TimeProvider.System.GetTimestamp();
        var process = StartProcess(executable, server, storage, new Dictionary<string, string>());
        await server.Log.WaitForAsync<IdentifiedRecord>();
        var untilReady = TimeProvider.System.GetElapsedTime(startedAt);
        var memory = ReadMemory(process);
        while (server.GetCommands().Count == 0) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        return new BotUnderTest(server, process, untilReady, memory, folder);
    }

    private static Process StartProcess(
        string executable,
        FakeDiscordServer server,
        StorageOptions storage,
        IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(executable) { RedirectStandardOutput = true };
        start.Environment["DISCORD__TOKEN"] = server.Bot.Token;
        start.Environment["DISCORD__APIURL"] = server.ApiUrl.AbsoluteUri;
        // All of the load comes from one member in one channel.
        start.Environment["DISCORD__USERLIMIT"] = start.Environment["DISCORD__CHANNELLIMIT"] = "1000000";
        start.Environment["POLICYBOT_Storage__Provider"] = storage.Provider.ToString();
        if (storage.DataFolder is { } data) start.Environment["POLICYBOT_Storage__DataFolder"] = data;
        if (storage.ConnectionString is { } database)
            start.Environment["POLICYBOT_Storage__ConnectionString"] = database;
        start.Environment["POLICYBOT_Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_folder is null) return;
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void AddError(string? line)
    {
        if (line is not null && (line.Contains(" fail: ", StringComparison.Ordinal)
            || line.Contains(" crit: ", StringComparison.Ordinal))) _errors.Enqueue(line);
    }

    private static long ReadMemory(Process process)
    {
        var line =
            File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(
            line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
