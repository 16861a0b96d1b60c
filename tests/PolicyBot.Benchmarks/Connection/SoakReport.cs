using System.Globalization;
using PolicyBot.FakeDiscord;
using PolicyBot.Storage;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>
/// Runs the published program for a while with all that members, moderators, networks and disks do to it, and checks
/// that it neither grows nor loses anything.
/// </summary>
internal sealed class SoakReport
{
    private const int MaxErrors = 10;

    // The thread pool varies.
    private const int ThreadSlack = 5;
    private const int HandleSlack = 5;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Line = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    // Without new faults at the end, what was begun ends in time.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    private readonly BotUnderTest _bot;
    private readonly TextWriter _output;
    private readonly TimeSpan _duration;
    private readonly SoakTally _tally = new();
    private readonly SoakMembers _members;
    private readonly SoakModerator _moderator;
    private readonly SoakFaults _faults;
    private readonly SoakSamples _memory = new();
    private readonly SoakSamples _threads = new();
    private readonly SoakSamples _handles = new();
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private bool _isGood = true;

    private SoakReport(
        BotUnderTest bot, SoakArticles articles, string dataFolder, TimeSpan duration, TextWriter output)
    {
        (_bot, _duration, _output) = (bot, duration, output);
        var interruptions = new SoakInterruptions();
        _members = new SoakMembers(bot.Server, _tally, interruptions);
        _moderator = new SoakModerator(bot.Server, _members, articles);
        _faults = new SoakFaults(bot.Server, dataFolder, interruptions);
    }

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_start);

    private bool IsOver => Elapsed >= _duration || _bot.HasExited;

    /// <summary>Runs it.</summary>
    /// <param name="executable">The program as published.</param>
    /// <param name="minutes">For how long.</param>
    /// <param name="output">Where the figures go.</param>
    /// <returns>0 if all is well.</returns>
    public static async Task<int> RunAsync(string executable, double minutes, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-").FullName;
        try
        {
            var articles = new SoakArticles(executable, Path.Combine(folder, "articles"));
            var storage = new StorageOptions { DataFolder = Path.Combine(folder, "data") };
            await using var server = await FakeDiscordServer.StartAsync(
                new FakeDiscordOptions { ChecksRequests = false, RecordsRequests = false });
            await using var bot = Launch(executable, server, storage, articles);
            await server.Log.WaitForAsync<IdentifiedRecord>();
            while (server.GetCommands().Count == 0) await Task.Delay(Tick, TimeProvider.System);
            // The first commands of a cold process are measured elsewhere.
            await Task.Delay(WarmUp, TimeProvider.System);
            var report = new SoakReport(bot, articles, storage.DataFolder, TimeSpan.FromMinutes(minutes), output);
            await report.RunAsync();
            return report._isGood ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BotUnderTest Launch(
        string executable, FakeDiscordServer server, StorageOptions storage, SoakArticles articles) =>
        BotUnderTest.Launch(
            executable,
            server,
            storage,
            new Dictionary<string, string>
            {
                ["DISCORD__USERLIMIT"] = SoakMembers.UserLimit.ToString(CultureInfo.InvariantCulture),
                ["DISCORD__CHANNELLIMIT"] = "40",
                ["POLICYBOT_Articles__Folder"] = articles.Folder,
            });

    private async Task RunAsync()
    {
        await Task.WhenAll(
            ActAsync(),
            WatchAsync(),
            RepeatAsync(10, 20, i => i % 2 == 0 ? _members.FloodAsync() : _members.CrowdAsync()),
            RepeatAsync(15, 25, _faults.InterruptAsync),
            RepeatAsync(22, 40, _ => _faults.LockDatabaseAsync()),
            RepeatAsync(18, 30, _moderator.SwapAsync),
            RepeatAsync(5, 45, _moderator.PostAsync));
        await WriteVerdictAsync();
    }

    // Twenty a second. What isn't answered yet doesn't hold up the others.
    private async Task ActAsync()
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        var running = new List<Task>();
        while (!IsOver)
        {
            await timer.WaitForNextTickAsync();
            running.Add(_members.ActAsync());
            await Task.WhenAll(running.Where(t => t.IsCompleted));
            running.RemoveAll(t => t.IsCompleted);
        }

        await Task.WhenAll(running);
    }

    private async Task RepeatAsync(int first, int every, Func<int, Task> act)
    {
        for (var i = 0; ; i++)
        {
            var at = TimeSpan.FromSeconds(first + (i * every));
            if (at > _duration - Quiet || _bot.HasExited) return;
            if (at > Elapsed) await Task.Delay(at - Elapsed, TimeProvider.System);
            await act(i);
        }
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Sampling, TimeProvider.System);
        var next = Line;
        while (!IsOver && await timer.WaitForNextTickAsync())
        {
            if (_bot.HasExited) return;
            _memory.Add(_bot.Memory / 1e6);
            _threads.Add(_bot.Threads);
            _handles.Add(_bot.Handles);
            if (Elapsed < next) continue;
            _moderator.LookAtPosts();
            WriteLine();
            next += Line;
        }
    }

    private void WriteLine()
    {
        var (memory, threads, handles) = (_memory.Current, _threads.Current, _handles.Current);
        Write($"{Elapsed:hh\\:mm\\:ss} {_tally}; {memory:0.0} MB, {threads} threads, {handles} handles");
    }

    private async Task WriteVerdictAsync()
    {
        Check("the bot kept running", !_bot.HasExited, $"for {Elapsed:hh\\:mm\\:ss}");
        if (_bot.HasExited) return;
        Check("memory is flat", _memory.IsFlat(), $"median {_memory.Middle:0.0}, then {_memory.Last:0.0} MB");
        Check("threads don't grow", _threads.IsFlat(ThreadSlack), $"median {_threads.Middle}, then {_threads.Last}");
        Check("handles don't grow", _handles.IsFlat(HandleSlack), $"median {_handles.Middle}, then {_handles.Last}");
        Check(
            "it reconnected each time", _faults.Reconnects == _faults.Interruptions,
            $"{_faults.Reconnects} of {_faults.Interruptions}");
        _moderator.LookAtPosts();
        Check(
            "it served each change of the article", _moderator.Swaps == _moderator.Rewrites,
            $"{_moderator.Swaps} of {_moderator.Rewrites}");
        Check(
            "each daily post was sent once", _moderator.PostedOnce == _moderator.Channels,
            $"{_moderator.PostedOnce} of {_moderator.Channels}, with {_faults.Outages} outages of the database");
        await CheckStatsAsync();
        Check("nothing was lost", _tally.Lost == 0, $"{_tally}");
        foreach (var loss in _tally.Losses) Write($"- lost: {loss}");
        Check("it logged no errors", _bot.Errors.Count == 0, $"{_bot.Errors.Count}");
        foreach (var error in _bot.Errors.Take(MaxErrors)) Write($"- {error}");
    }

    // The bot also counts what it answered after Discord stopped waiting, because the connection was interrupted.
    private async Task CheckStatsAsync()
    {
        var (asked, chosen) = await _moderator.ReadStatsAsync();
        CheckCount("questions", SoakUse.Question, asked);
        CheckCount("choices", SoakUse.Choice, chosen);

        void CheckCount(string what, SoakUse use, int counted)
        {
            var (answered, disconnected) = (_tally.GetAnswered(use), _tally.GetDisconnected(use));
            Check(
                $"{what} are counted", counted >= answered && counted <= answered + disconnected,
                $"answered {answered}, unanswered while disconnected {disconnected}, /stats {counted}");
        }
    }

    private void Check(string what, bool holds, FormattableString figures)
    {
        _isGood &= holds;
        Write($"{(holds ? "yes" : "NO")}: {what} ({figures.ToString(CultureInfo.InvariantCulture)})");
    }

    private void Write(FormattableString text) => _output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
