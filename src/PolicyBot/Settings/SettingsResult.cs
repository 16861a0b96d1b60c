using Microsoft.Extensions.Configuration;

namespace PolicyBot.Settings;

/// <summary>The result of reading the settings. Closed: they were read, or something is wrong.</summary>
internal abstract record SettingsResult
{
    private SettingsResult()
    {
    }

    /// <param name="Options">The settings.</param>
    /// <param name="Logging">The section of Microsoft.Extensions.Logging.</param>
    public sealed record Read(BotOptions Options, IConfiguration Logging) : SettingsResult;

    /// <param name="Problem">Which setting is wrong, and the fix.</param>
    public sealed record Invalid(string Problem) : SettingsResult;
}
