using System.Runtime.CompilerServices;

namespace PolicyBot.Tests.Support;

/// <summary>
/// Keeps the caches of programs that run in this process next to the tests, and out of the user's data folder.
/// </summary>
internal static class TestDataFolder
{
    [ModuleInitializer]
    internal static void Set() =>
        Environment.SetEnvironmentVariable(
            "POLICYBOT_Storage__DataFolder", Path.Combine(AppContext.BaseDirectory, "data"));
}
