namespace PolicyBot.Settings;

/// <summary>Where articles are.</summary>
internal sealed class ArticlesOptions
{
    /// <summary>
    /// The folder with one folder for each article, relative to where the program was started; null for
    /// <c>config/articles</c>.
    /// </summary>
    public string? Folder { get; set; }
}
