using Microsoft.Extensions.Configuration;

namespace PolicyBot.Settings;

/// <summary>What came of reading the settings. Closed: they are read, or something is wrong.</summary>
internal abstract record SettingsResult
{
    private SettingsResult()
    {
    }

    /// <param name="Options">The settings.</param>
    /// <param name="Logging">What is logged, in the form of Microsoft.Extensions.Logging.</param>
    public sealed record Read(BotOptions Options, IConfiguration Logging) : SettingsResult;

    /// <param name="Problem">Which setting is wrong, and the mend.</param>
    public sealed record Bad(string Problem) : SettingsResult;
}
