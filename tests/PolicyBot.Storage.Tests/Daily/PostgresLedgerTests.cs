using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Daily;

public sealed class PostgresLedgerTests(PostgresServer server) : LedgerTests
{
    internal override async Task<ITestDatabase> CreateAsync() => new PostgresTestDatabase(await server.CreateDatabaseAsync());
}
