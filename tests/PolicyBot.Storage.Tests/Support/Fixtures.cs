using PolicyBot.TestUtilities;

[assembly: AssemblyFixture(typeof(PostgresServer))]
