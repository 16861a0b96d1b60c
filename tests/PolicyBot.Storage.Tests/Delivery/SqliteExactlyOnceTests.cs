using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Delivery;

public sealed class SqliteExactlyOnceTests : ExactlyOnceTests
{
    internal override Task<ITestDatabase> CreateAsync() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase());
}
