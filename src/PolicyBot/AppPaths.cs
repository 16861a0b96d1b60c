namespace PolicyBot;

/// <summary>The folders and files that the program works with.</summary>
/// <param name="ProgramFolder">The folder of the executable.</param>
/// <param name="CurrentFolder">The folder it was started in; paths that users give are relative to it.</param>
internal sealed record AppPaths(string ProgramFolder, string CurrentFolder)
{
    private const string ConfigFolderName = "config";
    private const string SettingsFileName = "policybot.json";

    /// <summary>The settings file that the user named, or null for the default.</summary>
    public string? NamedSettingsFile { get; init; }

    /// <summary>The full path of the settings file; the default need not exist.</summary>
    public string SettingsFile => NamedSettingsFile is null
        ? Path.GetFullPath(Path.Combine(ConfigFolder, SettingsFileName), CurrentFolder)
        : Path.GetFullPath(NamedSettingsFile, CurrentFolder);

    /// <summary>The settings file as messages name it: relative if it lies in the current folder.</summary>
    public string ShortSettingsFile => NamedSettingsFile ?? $"{ConfigFolderName}/{SettingsFileName}";

    // Next to the executable, or else in the current folder.
    private string ConfigFolder =>
        new[] { ProgramFolder, CurrentFolder }.Select(f => Path.Combine(f, ConfigFolderName))
            .FirstOrDefault(Directory.Exists)
        ?? Path.Combine(CurrentFolder, ConfigFolderName);

    public static AppPaths FromProcess() => new(AppContext.BaseDirectory, Environment.CurrentDirectory);

    /// <summary>Returns the folder with the articles.</summary>
    /// <param name="configured">The folder in the settings, or null for the default.</param>
    public string GetArticlesFolder(string? configured) =>
        Path.GetFullPath(configured ?? Path.Combine(ConfigFolder, "articles"), CurrentFolder);
}
