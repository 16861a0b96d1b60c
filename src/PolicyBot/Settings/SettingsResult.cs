namespace PolicyBot.Settings;

/// <summary>What came of reading the settings. Closed: they are read, or something is wrong.</summary>
internal abstract record SettingsResult
{
    private SettingsResult()
    {
    }

    public sealed record Read(BotOptions Options) : SettingsResult;

    /// <param name="Problem">Which setting is wrong, and the mend.</param>
    public sealed record Bad(string Problem) : SettingsResult;
}
