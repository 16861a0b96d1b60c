using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.Tests.Persistence;

public sealed class SqliteEngineTests
{
    [Fact]
    public void CreateContext_NoDataFolder_UsesApplicationData()
    {
        using var context = new SqliteEngine(new StorageOptions()).CreateContext();

        var data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        Assert.Equal(Path.Combine(data, "PolicyBot", "policybot.db"), context.Database.GetDbConnection().DataSource);
    }
}
