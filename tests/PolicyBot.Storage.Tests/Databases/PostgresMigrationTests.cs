using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Databases;

public sealed class PostgresMigrationTests(PostgresServer server) : MigrationTests
{
    internal override async Task<ITestDatabase> CreateAsync() => new PostgresTestDatabase(await server.CreateDatabaseAsync());
}
