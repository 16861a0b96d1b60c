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
        ("memory", MemoryAsync),
        ("latency", LatencyAsync),
        ("commands", CommandsAsync),
        ("throughput", ThroughputAsync),
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

    private async Task MemoryAsync()
    {
        foreach (var guilds in new[] { 1, 100, 1000 })
        {
            await using var bot = await BotUnderTest.StartAsync(executable, guilds);
            await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
            var (ready, later) = (bot.MemoryWhenReady / 1e6, bot.Memory / 1e6);
            Write($"memory in {guilds} guilds: {ready:0} MB when READY, {later:0} MB three seconds later");
        }
    }

    private async Task LatencyAsync()
    {
        await using var bot = await BotUnderTest.StartAsync(executable);
        for (var round = 1; round <= 4; round++)
        {
            var times = new List<double>(OneByOne);
            for (var i = 0; i < OneByOne; i++)
            {
                var used = bot.Server.UseCommand("ask", Question(i));
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

    private async Task ThroughputAsync()
    {
        await using var bot = await BotUnderTest.StartAsync(executable);
        for (var round = 1; round <= 5; round++)
        {
            var processorTime = bot.ProcessorTime;
            var start = TimeProvider.System.GetTimestamp();
            var used = Enumerable.Range(0, AtOnce).Select(i => bot.Server.UseCommand("ask", Question(i))).ToList();
            await Task.WhenAll(used.Select(u => u.Response));
            var elapsed = TimeProvider.System.GetElapsedTime(start);
            var times = used.Select(u => u.ResponseTime!.Value.TotalMilliseconds).ToList();
            var (rate, last, memory) = (AtOnce / elapsed.TotalSeconds, times.Max(), bot.Memory / 1e6);
            var processor = (bot.ProcessorTime - processorTime).TotalMicroseconds / AtOnce;
            Write($"{AtOnce} sent at once, round {round}: {rate:0} a second, the last after {last:0} ms");
            Write($"- {processor:0} µs of the processor each; memory after it {memory:0} MB");
        }
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

    private static Dictionary<string, object> Question(int i) =>
        new()
        {
            ["question"] = (i % 3) switch
            {
                0 => "Who signed the letter?",
                1 => "what does facebook say about encryption",
                _ => "did Google sign?",
            },
        };

    private static double At(List<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    private void Write(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
