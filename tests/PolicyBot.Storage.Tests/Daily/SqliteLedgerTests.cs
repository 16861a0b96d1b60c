using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Daily;

public sealed class SqliteLedgerTests : LedgerTests
{
    internal override Task<ITestDatabase> CreateAsync() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase());
}
