using System.Net;
using System.Net.Sockets;
using System.Text;
using PolicyBot.FakeDiscord;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Processes;

/// <summary>The program as a process that systemd, health checks and a collector watch.</summary>
public sealed class ServiceProcessTests
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task Run_UnderSystemd_TellsItsStateAndItsHealth()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped, because there is no systemd here");
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullName, "notify");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        var address = $"http://127.0.0.1:{FindPort()}";
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var process = new KilledProcess(BotProcess.Start(SettingsFor(
            server,
            ("NOTIFY_SOCKET", path),
            ("WATCHDOG_USEC", "100000"),
            ("POLICYBOT_Health__Address", address))));

        Assert.Equal("READY=1", await ReceiveAsync(systemd));
        Assert.Equal("WATCHDOG=1", await ReceiveAsync(systemd));
        Assert.Equal("WATCHDOG=1", await ReceiveAsync(systemd));
        var health = await BotProcess.RunAsync(
            [], new Dictionary<string, string> { ["POLICYBOT_Health__Address"] = address }, "health");
        await DiscordProcessTests.SignalAsync(process.Process, "TERM");
        string state;
        do state = await ReceiveAsync(systemd);
        while (state == "WATCHDOG=1");
        await process.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, "STOPPING=1"), (process.Process.ExitCode, state));
        Assert.Equal(0, health.ExitCode);
        Assert.Contains("gateway: Healthy. 1 of 1 shards are connected.\n", health.Out, StringComparison.Ordinal);
        Assert.Contains("article: Healthy.", health.Out, StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task Run_Telemetry_SendsMetricsAndTracesWithoutTextsAndIds()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped, because there is no SIGTERM here");
        using var collector = new Collector();
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var process = new KilledProcess(BotProcess.Start(SettingsFor(
            server, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address))));
        var output = process.Process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.Log.WaitForAsync<RequestRecord>(r => r.Method == "PUT", ct: TestContext.Current.CancellationToken);

        await server.AnswerToAsync(
            "ask", new Dictionary<string, object> { ["question"] = "Did zebras sign the letter?" });
        var mention = server.SendMessage($"<@{server.Bot.UserId}> who wrote about giraffes?");
        await server.Log.WaitForAsync<RequestRecord>(
            r => r.Method == "POST" && r.Path.EndsWith("/messages", StringComparison.Ordinal),
            ct: TestContext.Current.CancellationToken);
        await DiscordProcessTests.SignalAsync(process.Process, "TERM");
        await process.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var (metrics, traces) = (collector.Get("/v1/metrics"), collector.Get("/v1/traces"));
        string[] expectedMetrics =
        [
            "policybot.questions", "policybot.outcome", "policybot.response.duration", "policybot.encoder.queue",
            "policybot.daily_posts.due", "discord.gateway.connected", "discord.rest.request.duration",
            "/interactions/{interaction_id}/{interaction_token}/callback", "http.response.status_code",
        ];
        Assert.All(expectedMetrics, e => Assert.Contains(e, metrics, StringComparison.Ordinal));
        string[] expectedTraces = ["interaction", "message", "POST /channels/{channel_id}/messages", "sqlite"];
        Assert.All(expectedTraces, e => Assert.Contains(e, traces, StringComparison.Ordinal));
        string[] forbidden =
        [
            "zebra", "giraffe", "sign the letter", server.Bot.Token, server.User.Name,
            $"{server.User.Id}", $"{server.Guild.Id}", $"{server.Channel.Id}", $"{server.Bot.UserId}", $"{mention.Id}",
        ];
        Assert.All(forbidden, f => Assert.DoesNotContain(f, metrics + traces, StringComparison.Ordinal));
        Assert.Contains("[7104] Setting Telemetry:Endpoint", await output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task Run_HealthAddressInUse_EndsWithOneLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var process = new KilledProcess(
            BotProcess.Start(SettingsFor(server, ("POLICYBOT_Health__Address", address))));

        await process.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.Process.ExitCode);
        var error = await process.Process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(
            $"policybot: Health:Address {address} can't be used (", Assert.Single(error.TrimEnd('\n').Split('\n')),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_NoBotOrNoAddress_EndsWithOneLine()
    {
        var address = $"http://127.0.0.1:{FindPort()}";

        var alone = await BotProcess.RunAsync(
            [], new Dictionary<string, string> { ["POLICYBOT_Health__Address"] = address }, "health");
        var unset = await BotProcess.RunAsync("", "health");

        Assert.Equal((1, 1), (alone.ExitCode, unset.ExitCode));
        Assert.StartsWith($"policybot: No bot answers at {address} (", alone.Error, StringComparison.Ordinal);
        Assert.StartsWith("policybot: Health:Address is not set; set it", unset.Error, StringComparison.Ordinal);
    }

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string> ReceiveAsync(Socket socket)
    {
        var bytes = new byte[1024];
        var length = await socket.ReceiveAsync(bytes, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static Dictionary<string, string> SettingsFor(
        FakeDiscordServer server, params (string Name, string Value)[] more) =>
        new(more.Select(m => KeyValuePair.Create(m.Name, m.Value)))
        {
            ["DISCORD__APIURL"] = server.ApiUrl.AbsoluteUri,
            ["DISCORD__TOKEN"] = server.Bot.Token,
        };
}
