using System.Reflection;

namespace PolicyBot;

/// <summary>The version of the program.</summary>
internal static class ProgramVersion
{
    /// <summary>The version, with the commit if it is known: 1.0.0+0123abc….</summary>
    public static string Current { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
}
