using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Usage;

public sealed class PostgresUsageStoreTests(PostgresServer server) : UsageStoreTests
{
    internal override async Task<ITestDatabase> CreateAsync() => new PostgresTestDatabase(await server.CreateDatabaseAsync());
}
