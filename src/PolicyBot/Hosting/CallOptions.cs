namespace PolicyBot.Hosting;

/// <summary>What the command line can name for every command.</summary>
/// <param name="Article">The article, or null for the one in the settings.</param>
/// <param name="SettingsFile">The settings file, or null for the default.</param>
internal sealed record CallOptions(string? Article, string? SettingsFile);
