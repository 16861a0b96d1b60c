using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Daily;

public sealed class SqliteDailyStoreTests : DailyStoreTests
{
    internal override Task<ITestDatabase> CreateAsync() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase());
}
