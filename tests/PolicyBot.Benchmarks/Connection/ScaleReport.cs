using System.Globalization;
using PolicyBot.FakeDiscord;
using PolicyBot.Storage;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>
/// Runs several processes of the published program, with some of the shards each, and kills and restarts one of them.
/// </summary>
internal sealed class ScaleReport : IAsyncDisposable
{
    private const int Processes = 4;
    private const int ShardsPerProcess = 4;
    private const int Shards = Processes * ShardsPerProcess;
    private const int MaxConcurrency = 4;
    private const int Killed = 1;
    private const int InFlight = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _executable;
    private readonly FakeDiscordServer _server;
    private readonly StorageOptions _storage;
    private readonly TextWriter _output;
    private readonly List<BotUnderTest> _bots = [];
    private readonly List<DiscordChannel> _channels;
    private readonly bool[] _isDown = new bool[Shards];

    private ScaleReport(string executable, FakeDiscordServer server, StorageOptions storage, TextWriter output)
    {
        (_executable, _server, _storage, _output) = (executable, server, storage, output);
        _channels = [.. server.Guilds.Select(g => server.AddChannel("here", g))];
    }

    /// <summary>Runs it.</summary>
    /// <param name="executable">The program as published.</param>
    /// <param name="connectionString">A PostgreSQL database that holds nothing.</param>
    /// <param name="guilds">The number of guilds.</param>
    /// <param name="output">Where the figures go.</param>
    public static async Task<int> RunAsync(string executable, string connectionString, int guilds, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-").FullName;
        var storage = new StorageOptions
        {
            Provider = StorageProvider.PostgreSql,
            ConnectionString = connectionString,
            DataFolder = folder,
        };
        try
        {
            await using var server = await FakeDiscordServer.StartAsync(new FakeDiscordOptions
            {
                ChecksRequests = false,
                Guilds = guilds,
                MaxConcurrency = MaxConcurrency,
            });
            await using var report = new ScaleReport(executable, server, storage, output);
            await report.RunAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots) await bot.DisposeAsync();
    }

    private async Task RunAsync()
    {
        Write($"{Processes} processes, {Shards} shards, {_channels.Count} guilds, max_concurrency {MaxConcurrency}");
        var start = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < Processes; i++) _bots.Add(Launch(i));
        await WaitForShardsAsync(Shards);
        while (_server.GetCommands().Count == 0) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        WriteIdentifies(start);
        WriteMemory("when all are READY");

        // In the first round, .NET still compiles.
        foreach (var round in new[] { "cold", "warm" }) await UseAllAsync(round);
        await UseWhileOneIsDownAsync();
        await UseAllAsync("after the restart");
        WriteMemory("at the end");
        WriteCallbacks();
    }

    private BotUnderTest Launch(int process) => BotUnderTest.Launch(
        _executable,
        _server,
        _storage,
        new Dictionary<string, string>
        {
            ["DISCORD__SHARDS"] = Shards.ToString(CultureInfo.InvariantCulture),
            ["DISCORD__SHARDIDS"] = "ordinal",
            ["DISCORD__SHARDSPERPROCESS"] = ShardsPerProcess.ToString(CultureInfo.InvariantCulture),
            ["POD_NAME"] = string.Create(CultureInfo.InvariantCulture, $"policybot-{process}"),
        });

    private async Task WaitForShardsAsync(int count)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (_server.Log.Count<IdentifiedRecord>() < count)
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
                throw new TimeoutException($"Only {_server.Log.Count<IdentifiedRecord>()} sessions started.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    // Each guild uses a command once.
    private async Task UseAllAsync(string round)
    {
        var used = new List<SentInteraction>();
        foreach (var batch in _channels.Chunk(InFlight))
        {
            List<SentInteraction> sent = [.. batch.Select(c => _server.UseCommand("summary", channel: c))];
            await Task.WhenAll(sent.Select(WaitAsync));
            used.AddRange(sent);
        }

        WriteRound(round, used);
    }

    // The others go on, and the killed one's shards get events that nobody handles.
    private async Task UseWhileOneIsDownAsync()
    {
        var identified = _server.Log.Count<IdentifiedRecord>();
        var start = TimeProvider.System.GetTimestamp();
        await _bots[Killed].DisposeAsync();
        for (var i = 0; i < ShardsPerProcess; i++) _isDown[(Killed * ShardsPerProcess) + i] = true;
        _bots[Killed] = Launch(Killed);
        var restarting = RestartAsync(identified);
        List<SentInteraction> others = [], down = [];
        for (var next = 0; !restarting.IsCompleted; next += InFlight)
        {
            List<SentInteraction> sent = [];
            foreach (var channel in Enumerable.Range(next, InFlight).Select(i => _channels[i % _channels.Count]))
            {
                var isDown = _isDown[GetShard(channel)];
                var interaction = _server.UseCommand("summary", channel: channel);
                (isDown ? down : sent).Add(interaction);
            }

            await Task.WhenAll(sent.Select(WaitAsync));
            others.AddRange(sent);
        }

        await restarting;
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        Write($"process {Killed} killed and restarted: its {ShardsPerProcess} shards READY after {seconds:0.0} s");
        WriteRound("meanwhile, other shards", others);
        await Task.WhenAll(down.Select(WaitAsync));
        var answered = down.Count(i => i.Response.IsCompletedSuccessfully);
        Write($"sent to shards without a process: {down.Count}, answered {answered}");
    }

    private async Task RestartAsync(int identified)
    {
        for (var i = 1; i <= ShardsPerProcess; i++)
        {
            await WaitForShardsAsync(identified + i);
            var records = _server.Log.Records.OfType<IdentifiedRecord>().Skip(identified).ToList();
            foreach (var record in records) _isDown[record.Shard] = false;
        }
    }

    private int GetShard(DiscordChannel channel) => (int)((channel.GuildId!.Value >> 22) % Shards);

    // An interaction without a response in three seconds fails on Discord.
    private static async Task WaitAsync(SentInteraction interaction)
    {
        try
        {
            await interaction.Response;
        }
        catch (TimeoutException)
        {
            // It is counted.
        }
    }

    private void WriteIdentifies(DateTimeOffset start)
    {
        var identified = _server.Log.Records.OfType<IdentifiedRecord>().ToList();
        foreach (var bucket in identified.GroupBy(i => i.Shard % MaxConcurrency).OrderBy(g => g.Key))
        {
            var times = bucket.Select(i => (i.Shard, (i.At - start).TotalSeconds))
                .OrderBy(t => t.TotalSeconds)
                .ToList();
            var least = times.Zip(times.Skip(1), (a, b) => b.TotalSeconds - a.TotalSeconds).Min();
            var list = string.Join(
                ", ",
                times.Select(
                    t => string.Create(CultureInfo.InvariantCulture, $"{t.Shard} at {t.TotalSeconds:0.0} s")));
            Write($"bucket {bucket.Key}: shards {list}; at least {least:0.00} s apart");
        }

        var refused = _server.Log.Count<IdentifyRefusedRecord>();
        var last = identified.Max(i => (i.At - start).TotalSeconds);
        Write($"all READY after {last:0.0} s; IDENTIFYs refused: {refused}");
    }

    private void WriteRound(string round, List<SentInteraction> used)
    {
        var times = used.Where(i => i.Response.IsCompletedSuccessfully)
            .Select(i => i.ResponseTime!.Value.TotalMilliseconds)
            .Order()
            .ToList();
        if (times.Count == 0)
        {
            Write($"{round}: sent {used.Count}, answered 0");
            return;
        }

        var (p50, p99) = (times[times.Count / 2], times[times.Count * 99 / 100]);
        Write($"{round}: sent {used.Count}, answered {times.Count}, callback p50 {p50:0.0} ms, p99 {p99:0.0} ms");
    }

    private void WriteMemory(string when)
    {
        var each = string.Join(
            ", ", _bots.Select(b => (b.Memory / 1e6).ToString("0", CultureInfo.InvariantCulture)));
        Write($"memory {when}: {each} MB");
    }

    private void WriteCallbacks()
    {
        var callbacks = _server.Log.Records.OfType<RequestRecord>()
            .Where(r => r.Route == "/interactions/{interaction_id}/{interaction_token}/callback")
            .ToList();
        // A callback that takes more than a second is sent again.
        var repeated = callbacks.GroupBy(c => c.Path).Count(g => g.Count() > 1);
        var limited = _server.Log.Count<RequestRecord>(r => r.Status == 429);
        var refused = _server.Log.Count<IdentifyRefusedRecord>();
        Write($"callbacks {callbacks.Count}, interactions with more than one {repeated}");
        Write($"rate-limited requests {limited}, IDENTIFYs refused {refused}");
    }

    private void Write(FormattableString text) => _output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
