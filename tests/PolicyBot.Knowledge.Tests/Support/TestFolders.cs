namespace PolicyBot.Knowledge.Tests.Support;

/// <summary>Finds folders above the one that the tests run in.</summary>
internal static class TestFolders
{
    /// <summary>The first folder upwards that holds <paramref name="inner"/>, joined with it, or null.</summary>
    public static string? Above(string inner)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, inner);
            if (Directory.Exists(path)) return path;
        }

        return null;
    }
}
