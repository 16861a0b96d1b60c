namespace PolicyBot;

/// <summary>Where the program runs.</summary>
/// <param name="ProgramFolder">The folder of the executable.</param>
/// <param name="CurrentFolder">The folder it was started in; paths that users give are relative to it.</param>
internal sealed record AppPaths(string ProgramFolder, string CurrentFolder)
{
    public static AppPaths OfProcess() => new(AppContext.BaseDirectory, Environment.CurrentDirectory);

    /// <summary>The folder with the settings and articles: beside the executable, else in the current folder; null where it is in neither.</summary>
    public string? ConfigFolder =>
        new[] { ProgramFolder, CurrentFolder }.Select(f => Path.Combine(f, "config")).FirstOrDefault(Directory.Exists);

    /// <summary>A path as it is shortest to read: relative where it lies in the current folder.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(CurrentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path, CurrentFolder) : relative;
    }
}
