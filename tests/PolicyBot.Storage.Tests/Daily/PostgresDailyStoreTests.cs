using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Daily;

public sealed class PostgresDailyStoreTests(PostgresServer server) : DailyStoreTests
{
    internal override async Task<ITestDatabase> CreateAsync() => new PostgresTestDatabase(await server.CreateDatabaseAsync());
}
