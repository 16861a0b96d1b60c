using Microsoft.Data.Sqlite;
using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>A daily post that is sent while the database can't record it.</summary>
public sealed class UnrecordedPostTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly TimeSpan Try = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Post_SentWhileDatabaseIsLocked_IsFoundNotResent()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        // After the work that the bot does every few hours.
        await daily.GoToAsync(Due - Duration.FromMinutes(5));
        await daily.IdleAsync();
        await daily.Clock.NoTimerAsync(Try);
        var gate = new TaskCompletionSource();
        daily.Server.HttpFaults.Add(new HttpFault.Wait(gate.Task), "POST", "/channels/{channel_id}/messages");
        await daily.GoToAsync(Due);
        await daily.Clock.NextTimerAsync(Try, Try);

        await using (var other = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(daily.Data.Path, "policybot.db"),
                Pooling = false
            }.ToString()))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await ExecuteAsync(other, "BEGIN EXCLUSIVE");
            gate.SetResult();
            await daily.Bot.Log.WaitForAsync("Failed to record the result of the daily post");
            await ExecuteAsync(other, "ROLLBACK");
        }

        await daily.WaitForOutcomeAsync("posted as message");
        await daily.PassMinutesAsync(5);

        Assert.Single(daily.Posts);
        Assert.Equal(1, daily.Bot.Posts());
        Assert.Contains("**2026-03-02** – posted", await daily.StatusAsync(), StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
