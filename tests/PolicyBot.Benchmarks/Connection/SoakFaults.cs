using Microsoft.Data.Sqlite;
using PolicyBot.FakeDiscord;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>Interrupts the gateway connection, and locks the database.</summary>
/// <param name="server">The fake Discord.</param>
/// <param name="dataFolder">The folder with the SQLite file.</param>
/// <param name="interruptions">Records the interruptions.</param>
internal sealed class SoakFaults(FakeDiscordServer server, string dataFolder, SoakInterruptions interruptions)
{
    private const int UnknownError = 4000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ReconnectLimit = TimeSpan.FromSeconds(60);

    // Longer than the bot waits for a lock.
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(8);

    /// <summary>How often the connection was interrupted.</summary>
    public int Interruptions { get; private set; }

    /// <summary>How often the bot was connected again within a minute.</summary>
    public int Reconnects { get; private set; }

    /// <summary>How often the database was locked.</summary>
    public int Outages { get; private set; }

    /// <summary>Interrupts the connection, in five ways by turns, and waits until there is a session again.</summary>
    public async Task InterruptAsync(int turn)
    {
        var sessions = CountSessions();
        Interruptions++;
        interruptions.Begin();
        switch (turn % 5)
        {
            case 0:
                server.GatewayFaults.Close(UnknownError);
                break;
            case 1:
                server.GatewayFaults.Reconnect();
                break;
            case 2:
                server.GatewayFaults.InvalidateSession(resumable: true);
                break;
            case 3:
                server.GatewayFaults.InvalidateSession(resumable: false);
                break;
            default:
                server.GatewayFaults.Drop();
                break;
        }

        var start = TimeProvider.System.GetTimestamp();
        while (CountSessions() == sessions)
        {
            if (TimeProvider.System.GetElapsedTime(start) > ReconnectLimit) return;
            await Task.Delay(Look, TimeProvider.System);
        }

        interruptions.End();
        Reconnects++;
    }

    /// <summary>Locks the database for writing, for some seconds.</summary>
    public async Task LockDatabaseAsync()
    {
        Outages++;
        var source = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataFolder, "policybot.db"),
            Pooling = false,
        };
        await using var connection = new SqliteConnection(source.ToString());
        await connection.OpenAsync();
        await RunAsync("BEGIN EXCLUSIVE");
        await Task.Delay(Outage, TimeProvider.System);
        await RunAsync("ROLLBACK");

        async Task RunAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    private int CountSessions() => server.Log.Count<IdentifiedRecord>() + server.Log.Count<ResumedRecord>();
}
