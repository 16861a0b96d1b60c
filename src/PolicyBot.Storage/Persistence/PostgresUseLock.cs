using System.Data;
using Npgsql;

namespace PolicyBot.Storage.Persistence;

/// <summary>An advisory lock, which lasts as long as its connection.</summary>
/// <param name="connection">The connection, for nothing else.</param>
internal sealed class PostgresUseLock(NpgsqlConnection connection) : IUseLock
{
    public bool IsHeld => connection.FullState == ConnectionState.Open;

    /// <summary>Locks the database.</summary>
    /// <param name="connection">An open connection, which becomes the lock's, or is closed.</param>
    /// <param name="isExclusive">Whether no other process may use it, instead of any number of them.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Null if another process uses the database exclusively, or at all.</returns>
    public static async Task<PostgresUseLock?> TryTakeAsync(
        NpgsqlConnection connection, bool isExclusive, CancellationToken cancellationToken)
    {
        var isTaken = false;
        try
        {
            await using var command = new NpgsqlCommand(
                isExclusive
                    ? "SELECT pg_try_advisory_lock(hashtext('policybot use'))"
                    : "SELECT pg_try_advisory_lock_shared(hashtext('policybot use'))",
                connection);
            isTaken = (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
            return isTaken ? new PostgresUseLock(connection) : null;
        }
        finally
        {
            if (!isTaken) await connection.DisposeAsync();
        }
    }

    public void Dispose() => connection.Dispose();
}
