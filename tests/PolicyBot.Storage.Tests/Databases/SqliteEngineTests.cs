using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Databases;

namespace PolicyBot.Storage.Tests.Databases;

public sealed class SqliteEngineTests
{
    [Fact]
    public void CreateContext_NoFolderNamed_IsTheUsersApplicationData()
    {
        using var context = new SqliteEngine(new StorageOptions()).CreateContext();

        var expected = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "PolicyBot", "policybot.db");
        Assert.Equal(expected, context.Database.GetDbConnection().DataSource);
    }
}
