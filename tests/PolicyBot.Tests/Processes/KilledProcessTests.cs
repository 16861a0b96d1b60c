using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyBot.FakeDiscord;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Processes;

/// <summary>The program killed without a warning while a daily post is on its way.</summary>
public sealed class KilledProcessTests
{
    private const string Route = "/channels/{channel_id}/messages";

    [Fact(Timeout = 120_000)]
    public async Task Kill_WhileAPostIsOnItsWay_IsFoundByTheNextStartRatherThanSentAgain()
    {
        using var folder = new TemporaryFolder();
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var moderator = server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);
        var channel = server.AddChannel("news");
        var options = new Dictionary<string, object> { ["channel"] = channel };

        using (var killed = Start(server, folder))
        {
            await server.Log.WaitForAsync<RequestRecord>(
                r => r is { Method: "PUT", Status: 200 }, ct: TestContext.Current.CancellationToken);
            // Far from now, so that it is not due by itself.
            var time = TimeProvider.System.GetUtcNow().AddHours(12).ToString("HH:00", CultureInfo.InvariantCulture);
            await UseAsync(server, moderator, "daily set", new(options) { ["time"] = time, ["timezone"] = "UTC" });
            server.HttpFaults.Add(new HttpFault.HoldAfter(), "POST", Route);
            server.UseCommand("daily post-now", options, user: moderator);
            await server.Log.WaitForAsync<RequestRecord>(
                r => r is { Method: "POST", Route: Route }, ct: TestContext.Current.CancellationToken);
            killed.Process.Kill();
            await killed.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Single(server.GetMessages(channel));
        await EndLeasesAsync(folder);
        using var next = Start(server, folder);
        var line = await ReadUntilAsync(next.Process, "posted as message");

        Assert.Contains(Assert.Single(server.GetMessages(channel)).Id
            .ToString(CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
        Assert.Equal(1, server.Log.Count<RequestRecord>(r => r is { Method: "POST", Route: Route }));
        Assert.Contains("– posted", await UseAsync(server, moderator, "daily status", []), StringComparison.Ordinal);
        Assert.Empty(server.Violations);
    }

    private static KilledProcess Start(FakeDiscordServer server, TemporaryFolder folder) =>
        new(BotProcess.Start(new Dictionary<string, string>
        {
            ["DISCORD__TOKEN"] = server.Bot.Token,
            ["DISCORD__APIURL"] = server.ApiUrl.AbsoluteUri,
            ["POLICYBOT_Storage__DataFolder"] = folder.FullName,
        }));

    private static async Task<string> UseAsync(
        FakeDiscordServer server, DiscordUser user, string command, Dictionary<string, object> options) =>
        (string)(await server.AnswerToAsync(command, options, user)).Json["embeds"]![0]!["description"]!;

    // As if the two minutes had passed for which nobody else sends what one has claimed.
    private static async Task EndLeasesAsync(TemporaryFolder folder)
    {
        var file = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder.FullName, "policybot.db"),
            Pooling = false
        };
        await using var connection = new SqliteConnection(file.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE ledger SET lease_until = 0 WHERE state = 'claimed'";
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> ReadUntilAsync(Process process, string text)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal)) return line;
        }

        throw new InvalidOperationException($"It ended without saying “{text}”.");
    }
}
