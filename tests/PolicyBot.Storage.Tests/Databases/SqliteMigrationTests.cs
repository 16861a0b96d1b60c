using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Databases;

public sealed class SqliteMigrationTests : MigrationTests
{
    internal override Task<ITestDatabase> CreateAsync() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase());
}
