namespace PolicyBot;

internal static class ExitCodes
{
    /// <summary>Done; every outcome of a question is.</summary>
    public const int Success = 0;

    /// <summary>
    /// A fault in the data: a setting, the article, its curated set; or a file that was wanted was not written.
    /// </summary>
    public const int BadData = 1;

    /// <summary>The program was called wrongly.</summary>
    public const int WrongCall = 2;
}
