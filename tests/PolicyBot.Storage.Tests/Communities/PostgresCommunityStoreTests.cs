using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Communities;

public sealed class PostgresCommunityStoreTests(PostgresServer server) : CommunityStoreTests
{
    internal override async Task<ITestDatabase> CreateAsync() => new PostgresTestDatabase(await server.CreateDatabaseAsync());
}
