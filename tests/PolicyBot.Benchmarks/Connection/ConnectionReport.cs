using System.Globalization;
using PolicyBot.FakeDiscord;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>How fast and how large the bot is on Discord, measured from outside it.</summary>
internal sealed class ConnectionReport(string executable, TextWriter output)
{
    private const int Starts = 10;
    private const int OneByOne = 5_000;
    private const int OfEachCommand = 2_000;
    private const int AtOnce = 10_000;
    private const int Skipped = 1_000_000;
    private const int Mixed = 1_000;
    private const int MentionsPerSecond = 100;
    private const int MentionSeconds = 10;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    // Runs each part over both connections in turn, where the program has both.
    private const string Both = "both";

    /// <summary>Runs all parts, or those that are named.</summary>
    public static async Task<int> RunAsync(string executable, string[] parts, TextWriter output)
    {
        if (!File.Exists(executable))
        {
            await output.WriteLineAsync(
                $"There is no program {executable}; publish it: dotnet publish src/PolicyBot -c Release -o FOLDER");
            return 2;
        }

        var report = new ConnectionReport(executable, output);
        foreach (var (name, run) in report.Parts())
        {
            if (parts.Except([Both]).Any() && !parts.Contains(name)) continue;
            foreach (var connection in parts.Contains(Both) ? ["BuiltIn", "DiscordNet"] : Array.Empty<string>())
            {
                // The program has it from this one's environment.
                Environment.SetEnvironmentVariable("DISCORD__CONNECTION", connection);
                await output.WriteLineAsync($"{connection}:");
                await run();
            }

            if (!parts.Contains(Both)) await run();
        }

        return 0;
    }

    private IEnumerable<(string Name, Func<Task> Run)> Parts() =>
    [
        ("start", StartAsync),
        ("first", FirstAsync),
        ("memory", MemoryAsync),
        ("latency", LatencyAsync),
        ("commands", CommandsAsync),
        ("throughput", () => ThroughputAsync(MixedQuestions.Create)),
        ("encoder", () => ThroughputAsync(MixedQuestions.CreateForEncoder)),
        ("mentions", MentionsAsync),
        ("skipping", SkippingAsync),
    ];

    private async Task StartAsync()
    {
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            await using var bot = await BotUnderTest.StartAsync(executable);
            times.Add(bot.UntilReady.TotalMilliseconds);
        }

        Write($"start to READY, {Starts} starts: median {At(times, 0.5):0} ms, {times.Min():0} to {times.Max():0} ms");
    }

    private async Task FirstAsync()
    {
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            await using var bot = await BotUnderTest.StartAsync(executable);
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            var used = bot.Server.UseCommand("ask", MixedQuestions.Create(0));
            await used.Response;
            times.Add(used.ResponseTime!.Value.TotalMilliseconds);
        }

        var (median, most) = (At(times, 0.5), times.Max());
        Write($"first command, 2 s after READY, {Starts} starts: median {median:0} ms, most {most:0} ms");
    }

    // As much as a day of a server: questions with and without the encoder, a picture, a daily post, then nothing.
    private async Task MemoryAsync()
    {
        foreach (var guilds in new[] { 1, 1000 })
        {
            await using var bot = await BotUnderTest.StartAsync(executable, guilds);
            for (var i = 0; i < Mixed; i++)
                await bot.Server.UseCommand("ask", MixedQuestions.CreateForEncoder(i)).MessageAsync();
            await bot.Server.UseCommand("quote", new Dictionary<string, object> { ["card"] = true }).MessageAsync();
            await PostDailyAsync(bot.Server);
            var (before, after) = (bot.MemoryWhenReady / 1e6, bot.Memory / 1e6);
            await Task.Delay(Idle, TimeProvider.System);
            Write($"memory in {guilds} guilds: {before:0} MB when READY, {after:0} MB after {Mixed} questions,");
            Write($"- a card and a daily post, {bot.Memory / 1e6:0} MB after {Idle.TotalSeconds:0} idle seconds:");
            foreach (var (kind, resident) in bot.ListMemory()) Write($"- {resident / 1e6:0.0} MB {kind}");
        }
    }

    private static async Task PostDailyAsync(FakeDiscordServer server)
    {
        var moderator = server.AddUser("ada", permissions: PermissionBits.Administrator);
        var news = server.AddChannel("news");
        var schedule = new Dictionary<string, object>
        {
            ["channel"] = news,
            ["time"] = "9:00",
            ["timezone"] = "Europe/London",
        };
        await server.UseCommand("daily set", schedule, user: moderator).MessageAsync();
        var now = new Dictionary<string, object> { ["channel"] = news };
        await server.UseCommand("daily post-now", now, user: moderator).MessageAsync();
        while (server.GetMessages(news).Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
    }

    private async Task LatencyAsync()
    {
        await using var bot = await BotUnderTest.StartAsync(executable);
        for (var round = 1; round <= 4; round++)
        {
            var times = new List<double>(OneByOne);
            for (var i = 0; i < OneByOne; i++)
            {
                var used = bot.Server.UseCommand("ask", MixedQuestions.Create(i));
                await used.Response;
                times.Add(used.ResponseTime!.Value.TotalMilliseconds);
            }

            var (p50, p99, most) = (At(times, 0.5), At(times, 0.99), times.Max());
            var what = $"dispatch to callback, {OneByOne} one at a time, round {round}";
            Write($"{what}: p50 {p50:0.00} ms, p99 {p99:0.00} ms, most {most:0.0} ms");
        }
    }

    private async Task CommandsAsync()
    {
        await using var bot = await BotUnderTest.StartAsync(executable);
        var quotes = await bot.Server.UseCommand("quotes").MessageAsync();
        foreach (var (name, use) in Uses(bot.Server, quotes))
        {
            var times = new List<double>(OfEachCommand);
            for (var i = 0; i < OfEachCommand; i++)
            {
                var used = use();
                await used.Response;
                times.Add(used.ResponseTime!.Value.TotalMilliseconds);
            }

            var (p50, p99) = (At(times, 0.5), At(times, 0.99));
            Write(
                $"{name}, {OfEachCommand} in turn: first {times[0]:0.0} ms, p50 {p50:0.00} ms, p99 {p99:0.00} ms");
        }
    }

    private static IEnumerable<(string Name, Func<SentInteraction> Use)> Uses(
        FakeDiscordServer server, SentMessage quotes)
    {
        // First, while the message is still kept; somebody else's press leaves it as it is.
        var other = server.AddUser("grace");
        yield return ("a button", () => server.Press(quotes, "quotes|page=2", other));
        (string Command, string? Option, object? Value)[] commands =
        [
            ("ask", "question", "who signed the leter"),
            ("quote", "about", "encryption"),
            ("quote", "random", true),
            ("quote", "card", true),
            ("quotes", null, null),
            ("summary", "length", "full"),
            ("people", null, null),
            ("topics", null, null),
            ("article", "text", true),
            ("why", "question", "did Google sign?"),
            ("help", null, null),
        ];
        foreach (var (command, option, value) in commands)
        {
            var options = option is null ? null : new Dictionary<string, object> { [option] = value! };
            yield return (
                $"/{command}{(option is null ? "" : $" {option}:{value}")}", () => server.UseCommand(command, options));
        }

        yield return ("/ask while it is typed", () => server.Autocomplete("ask", "question", "who sgned teh"));
        var message = server.SendMessage("who signed the letter?");
        yield return ("“Answer this”", () => server.UseMessageCommand("Answer this", message));
    }

    private async Task ThroughputAsync(Func<int, Dictionary<string, object>> ask)
    {
        // The bot is to be cold, but not the fake Discord.
        await using (var other = await BotUnderTest.StartAsync(executable)) await SendAtOnceAsync(other, 0, ask);
        await using var bot = await BotUnderTest.StartAsync(executable);
        for (var round = 0; round < 5; round++)
        {
            var processorTime = (Bot: bot.ProcessorTime, Fake: Environment.CpuUsage.TotalTime);
            var start = TimeProvider.System.GetTimestamp();
            var (late, acknowledged) = await SendAtOnceAsync(bot, round, ask);
            var elapsed = TimeProvider.System.GetElapsedTime(start);
            var (rate, memory) = (AtOnce / elapsed.TotalSeconds, bot.Memory / 1e6);
            var processor = (bot.ProcessorTime - processorTime.Bot).TotalMicroseconds / AtOnce;
            var fake = (Environment.CpuUsage.TotalTime - processorTime.Fake).TotalMicroseconds / AtOnce;
            Write($"{AtOnce} sent at once, round {round + 1}: {rate:0} a second, {late} not acknowledged,");
            Write($"- the last acknowledged after {acknowledged:0.0} s, answered after {elapsed.TotalSeconds:0.0} s;");
            Write($"- {processor:0} µs of the processor each, {fake:0} µs for the fake Discord;");
            Write($"- memory after it {memory:0} MB");
        }
    }

    // How many were not acknowledged, and when the last one was, in seconds.
    private static async Task<(int Late, double Acknowledged)> SendAtOnceAsync(
        BotUnderTest bot, int round, Func<int, Dictionary<string, object>> ask)
    {
        var used = Enumerable.Range(round * AtOnce, AtOnce)
            .Select(i => bot.Server.UseCommand("ask", ask(i))).ToList();
        var late = await CountLateAsync(used);
        var acknowledged = used.Max(u => u.ResponseTime?.TotalSeconds ?? 0);
        await Task.WhenAll(used.Where(u => u.ResponseTime is not null).Select(u => u.MessageAsync()));
        return (late, acknowledged);
    }

    private static async Task<int> CountLateAsync(IReadOnlyList<SentInteraction> used)
    {
        var late = 0;
        foreach (var interaction in used)
        {
            try
            {
                await interaction.Response;
            }
            catch (TimeoutException)
            {
                late++;
            }
        }

        return late;
    }

    // Discord takes no more than 50 messages a second from a bot, so answers to mentions wait; commands must not.
    private async Task MentionsAsync()
    {
        await using var bot = await BotUnderTest.StartAsync(executable);
        var channels = Enumerable.Range(0, MentionsPerSecond).Select(i => bot.Server.AddChannel($"talk-{i}")).ToList();
        var times = new List<double>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / MentionsPerSecond), TimeProvider.System);
        for (var i = 0; i < MentionsPerSecond * MentionSeconds; i++)
        {
            await timer.WaitForNextTickAsync();
            var question = (string)MixedQuestions.Create(i)[MixedQuestions.Option];
            bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}> {question}", channels[i % channels.Count]);
            if (i % 2 != 0) continue;
            var used = bot.Server.UseCommand("ask", MixedQuestions.Create(i));
            await used.Response;
            times.Add(used.ResponseTime!.Value.TotalMilliseconds);
        }

        var answered = channels.Sum(c => bot.Server.GetMessages(c).Count(m => m.AuthorId == bot.Server.Bot.UserId));
        Write($"a command while {MentionsPerSecond} mentions a second arrive: p50 {At(times, 0.5):0.00} ms,");
        Write($"- p99 {At(times, 0.99):0.0} ms; {answered / (double)MentionSeconds:0} mentions answered a second");
    }

    private async Task SkippingAsync()
    {
        await using var bot = await BotUnderTest.StartAsync(executable);
        for (var round = 1; round <= 3; round++)
        {
            var send = await bot.Server.PrepareMessagesAsync(Skipped);
            var start = TimeProvider.System.GetTimestamp();
            await send();
            // It comes behind all of them.
            await bot.Server.UseCommand("summary").Response;
            var elapsed = TimeProvider.System.GetElapsedTime(start);
            var rate = Skipped / elapsed.TotalSeconds;
            Write($"{Skipped} messages to ignore, round {round}: {rate:0} a second");
        }
    }

    private static double At(List<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    private void Write(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
