using System.Runtime.CompilerServices;

namespace PolicyBot.Tests.Support;

/// <summary>
/// Keeps what programs that run in this process cache next to the tests, and out of the folder of whoever runs them.
/// </summary>
internal static class TestDataFolder
{
    [ModuleInitializer]
    internal static void Set() =>
        Environment.SetEnvironmentVariable(
            "POLICYBOT_Storage__DataFolder", Path.Combine(AppContext.BaseDirectory, "data"));
}
