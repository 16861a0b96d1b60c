using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Communities;

public sealed class SqliteCommunityStoreTests : CommunityStoreTests
{
    internal override Task<ITestDatabase> CreateAsync() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase());
}
