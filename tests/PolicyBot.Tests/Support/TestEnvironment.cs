using System.Collections;
using System.Runtime.CompilerServices;
using PolicyBot.TestUtilities;

namespace PolicyBot.Tests.Support;

/// <summary>
/// Keeps programs that run in this process away from the settings and the data of a bot on this machine: without it, a
/// test could restore a backup into that bot's database. On Windows and macOS, cached vectors still go to the user's
/// data folder.
/// </summary>
internal static class TestEnvironment
{
    [ModuleInitializer]
    internal static void Set()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (name == Approved.Approving) continue;
            if (name.StartsWith("POLICYBOT_", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("DISCORD__", StringComparison.OrdinalIgnoreCase))
                Environment.SetEnvironmentVariable(name, null);
        }

        var data = Path.Combine(AppContext.BaseDirectory, "data");
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", data);
        // .NET looks for user secrets here first.
        Environment.SetEnvironmentVariable("APPDATA", data);
    }
}
