using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Databases;

public sealed class PostgresEveryStoreFaultTests(PostgresServer server) : EveryStoreFaultTests
{
    internal override string Lock => "BEGIN; LOCK TABLE subscriptions, communities, usage, questions";

    internal override async Task<ITestDatabase> CreateAsync()
    {
        var connection = await server.CreateDatabaseAsync();
        connection.Options = "-c lock_timeout=1s";
        return new PostgresTestDatabase(connection);
    }
}
