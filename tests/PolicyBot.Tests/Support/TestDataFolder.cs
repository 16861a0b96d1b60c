using System.Runtime.CompilerServices;

namespace PolicyBot.Tests.Support;

/// <summary>
/// Keeps the caches of programs that run in this process next to the tests, and out of the user's data folder. Windows
/// has no variable for that.
/// </summary>
internal static class TestDataFolder
{
    [ModuleInitializer]
    internal static void Set() =>
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", Path.Combine(AppContext.BaseDirectory, "data"));
}
