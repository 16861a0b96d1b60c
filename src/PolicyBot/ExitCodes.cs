namespace PolicyBot;

internal static class ExitCodes
{
    /// <summary>The command ran; every outcome of a question counts.</summary>
    public const int Success = 0;

    /// <summary>
    /// An error in the data (a setting, the article, its curated set), or a file that couldn't be written.
    /// </summary>
    public const int BadData = 1;

    /// <summary>The command line is invalid.</summary>
    public const int InvalidCommandLine = 2;
}
