using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PolicyBot.FakeDiscord;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Processes;

/// <summary>The program as a process, connected to a fake Discord.</summary>
public sealed class DiscordProcessTests
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task Run_Token_ServesUntilToldToStop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped, because there is no SIGTERM here");
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var process =
            new KilledProcess(BotProcess.Start(SettingsFor(server, ("DISCORD__TOKEN", server.Bot.Token))));
        var output = process.Process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.Log.WaitForAsync<RequestRecord>(r => r.Method == "PUT", ct: TestContext.Current.CancellationToken);

        var message = await server.AnswerToAsync(
            "ask", new Dictionary<string, object> { ["question"] = "Who signed the letter?" });
        await SignalAsync(process.Process, "TERM");
        await process.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("William Barr", message.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            (0, ""),
            (process.Process.ExitCode, await process.Process.StandardError.ReadToEndAsync(
                TestContext.Current.CancellationToken)));
        Assert.Equal(
            1000,
            (await server.Log.WaitForAsync<DisconnectedRecord>(ct: TestContext.Current.CancellationToken)).CloseCode);
        Assert.Contains("Connected to Discord as", await output, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Bot.Token, await output, StringComparison.Ordinal);
        Assert.Empty(server.Violations);
    }

    [Fact(Timeout = Timeout)]
    public async Task Run_TokenFile_IsReadFromTheFile()
    {
        using var folder = new TemporaryFolder();
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        folder.Write("token", server.Bot.Token + "\n");
        using var process = new KilledProcess(
            BotProcess.Start(SettingsFor(server, ("DISCORD__TOKENFILE", Path.Combine(folder.FullName, "token")))));

        await server.Log.WaitForAsync<IdentifiedRecord>(ct: TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = Timeout)]
    public async Task Run_WrongToken_EndsWithOneLine()
    {
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var process = new KilledProcess(BotProcess.Start(SettingsFor(server, ("DISCORD__TOKEN", "wrong"))));

        await process.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.Process.ExitCode);
        var error = await process.Process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(
            "policybot: Discord rejected the token; copy it again", Assert.Single(error.TrimEnd('\n').Split('\n')),
            StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task Run_FaultyArticle_EndsWithItsFaults()
    {
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var process = new KilledProcess(
            BotProcess.Start(
                SettingsFor(server, ("DISCORD__TOKEN", server.Bot.Token), ("POLICYBOT_ARTICLE", "nowhere"))));

        await process.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.Process.ExitCode);
        Assert.Contains(
            "There is no such folder.",
            await process.Process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task Run_NoNetwork_ReportsItAndConnectsLater()
    {
        // Bound, so that nobody else gets it, and not listened on.
        using var held = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        held.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)held.LocalEndPoint!).Port;
        using var process = new KilledProcess(
            BotProcess.Start(
                new Dictionary<string, string>
                {
                    ["DISCORD__TOKEN"] = "fake-token",
                    ["DISCORD__APIURL"] = $"http://127.0.0.1:{port}/api/v10"
                }));
        while (await process.Process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            && !line.Contains("Discord could not be reached", StringComparison.Ordinal))
        {
        }

        held.Dispose();
        await using var server = await FakeDiscordServer.StartAsync(
            new FakeDiscordOptions { Port = port }, TestContext.Current.CancellationToken);
        await server.Log.WaitForAsync<IdentifiedRecord>(ct: TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = Timeout)]
    public async Task Chat_TokenSet_ChatsInTheTerminal()
    {
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var run = await BotProcess.RunAsync(
            "Who signed the letter?\n"u8.ToArray(), SettingsFor(server, ("DISCORD__TOKEN", server.Bot.Token)), "chat");

        Assert.Contains("William Barr", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, server.Log.Count<RequestRecord>());
    }

    private static Dictionary<string, string> SettingsFor(
        FakeDiscordServer server, params (string Name, string Value)[] more) =>
        new(more.Select(m => KeyValuePair.Create(m.Name, m.Value))) { ["DISCORD__APIURL"] = server.ApiUrl.AbsoluteUri };

    internal static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(null, null)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
