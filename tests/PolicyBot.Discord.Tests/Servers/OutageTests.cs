using Microsoft.Data.Sqlite;
using PolicyBot.Discord.Tests.Support;

namespace PolicyBot.Discord.Tests.Servers;

/// <summary>A database that is out of reach while the bot serves.</summary>
public abstract class OutageTests
{
    public sealed class OverBuiltIn : OutageTests;

    [OnDiscordNet]
    public sealed class OverDiscordNet : OutageTests;

    [Fact]
    public async Task Ask_DatabaseLocked_IsAnsweredAndCountedLater()
    {
        await using var kept = await KeptServer.StartAsync();
        await kept.AskAsync("who signed the letter?");
        await kept.ReadAsync("stats");
        var file = Path.Combine(kept.Data.Path, "policybot.db");
        await using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await ExecuteAsync(other, "BEGIN EXCLUSIVE");

            Assert.Contains("William Barr", (await kept.AskAsync("who signed the letter?")).Description(), StringComparison.Ordinal);
            await kept.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5));
            var told = kept.ReadAsync("stats");
            await kept.Bot.Log.WaitForAsync("What was asked is not written down: The database");
            Assert.Contains("is locked by another program; close that, and try again.", await told, StringComparison.Ordinal);
            await ExecuteAsync(other, "ROLLBACK");
        }

        Assert.Contains("- **Answered** – 2 (100 %)", await kept.ReadAsync("stats"), StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
