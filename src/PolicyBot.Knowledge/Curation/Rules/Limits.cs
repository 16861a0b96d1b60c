namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>
/// The maximum lengths of texts, in UTF-16 code units. Texts up to these lengths fit into one message on every
/// platform.
/// </summary>
internal static class Limits
{
    public const int Id = 60;
    public const int Question = 256;
    public const int Phrasing = 300;
    public const int Answer = 4096;
    public const int Evidence = 1024;
    public const int Quote = 4096;
    public const int SummaryLine = 256;
    public const int SummaryShort = 4096;
    public const int SummaryPoint = 1024;
    public const int Name = 256;

    // Every link to a passage contains it.
    public const int Url = 512;

    public const int Correction = 500;

    public const int Topic = 80;
    public const int Review = 1024;
}
