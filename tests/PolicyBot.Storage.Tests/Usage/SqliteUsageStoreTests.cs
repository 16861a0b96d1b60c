using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Usage;

public sealed class SqliteUsageStoreTests : UsageStoreTests
{
    internal override Task<ITestDatabase> CreateAsync() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase());
}
