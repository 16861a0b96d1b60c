using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.Tests.Persistence;

public sealed class DataFolderTests
{
    private const string Mounts =
        """
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        30 22 0:40 / /proc rw - proc proc rw
        41 22 0:55 / /srv/share rw,relatime shared:7 master:2 - nfs4 server:/share rw
        42 41 8:2 / /srv/share/local rw - xfs /dev/sdb1 rw
        43 22 0:56 / /srv/two\040words rw - cifs //server/share rw
        44 22 8:3 / /srv/over rw - ext4 /dev/sdc1 rw
        45 22 0:57 / /srv/over rw - 9p host rw
        """;

    [Theory]
    [InlineData("/var/lib/policybot", "ext4")]
    [InlineData("/srv/share", "nfs4")]
    [InlineData("/srv/share/bot/data", "nfs4")]
    [InlineData("/srv/shared/data", "ext4")]
    [InlineData("/srv/share/local/data", "xfs")]
    [InlineData("/srv/two words/data", "cifs")]
    [InlineData("/srv/over/data", "9p")]
    public void FindFileSystem_Mounts_IsThatOfTheDeepestAndLast(string path, string expected) =>
        Assert.Equal(expected, DataFolder.FindFileSystem(Mounts, path));

    [Fact]
    public void FindNetworkDrive_LocalFolder_IsNone()
    {
        Assert.Null(DataFolder.FindNetworkDrive(Path.Combine(Path.GetTempPath(), "missing", "data")));
        Assert.Null(new StorageOptions { DataFolder = Path.GetTempPath() }.FindWarning());
    }

    [Fact]
    public void FindProblem_WritableFolder_IsNoneAndLeavesNothing()
    {
        var parent = Directory.CreateTempSubdirectory("policybot-folder");
        try
        {
            Assert.Null(DataFolder.FindProblem(Path.Combine(parent.FullName, "data")));
            Assert.Empty(parent.GetFiles("*", SearchOption.AllDirectories));
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("/dev/null", "can't be created, because /dev/null is a file; remove it, or let the bot write ")]
    [InlineData("/dev/null/data", "can't be created, because /dev/null is a file; remove it, or let the bot write ")]
    [InlineData("/proc/self/data", "can't be created (")]
    [InlineData("/proc/self", "can't be written to (")]
    public void FindProblem_UnwritableFolder_SaysWhy(string folder, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "skipped, because there is no /proc here");

        var problem = DataFolder.FindProblem(folder);

        Assert.StartsWith($"The data folder {folder} {expected}", problem, StringComparison.Ordinal);
        Assert.EndsWith("set Storage:DataFolder to another folder.", problem, StringComparison.Ordinal);
    }
}
