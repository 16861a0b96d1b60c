using System.Data.Common;
using Npgsql;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>A database of the run's server.</summary>
internal sealed class PostgresTestDatabase(NpgsqlConnectionStringBuilder server) : ITestDatabase
{
    public StorageOptions Options { get; } = new()
    {
        Provider = StorageProvider.PostgreSql,
        ConnectionString = server.ConnectionString
    };

    public string Explain => "EXPLAIN ";

    public IDatabaseEngine CreateEngine() => new PostgresEngine(Options);

    public async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}
