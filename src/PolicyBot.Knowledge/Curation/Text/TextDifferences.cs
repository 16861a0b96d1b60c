namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>Kinds of differences between texts that are easily overlooked.</summary>
[Flags]
internal enum TextDifferences
{
    None = 0,
    QuotationMarks = 1,
    Dashes = 2,
    Spaces = 4,
    Capitals = 8,
    Accents = 16,
    All = QuotationMarks | Dashes | Spaces | Capitals | Accents,
}
