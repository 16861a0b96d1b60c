using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Hosting;

/// <summary>The options that every command has.</summary>
/// <param name="Article">The article, or null for the one in the settings.</param>
/// <param name="SettingsFile">The settings file, or null for the default.</param>
internal sealed record CallOptions(string? Article, string? SettingsFile)
{
    /// <summary>What happens to the parts of the article's set that are marked with <c>review:</c>.</summary>
    public MarkedEntryHandling Marked { get; init; } = MarkedEntryHandling.Withheld;
}
