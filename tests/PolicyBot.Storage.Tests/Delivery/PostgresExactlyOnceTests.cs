using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Delivery;

public sealed class PostgresExactlyOnceTests(PostgresServer server) : ExactlyOnceTests
{
    internal override async Task<ITestDatabase> CreateAsync() => new PostgresTestDatabase(await server.CreateDatabaseAsync());
}
