namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>In what two texts may differ and still look the same to whoever typed them.</summary>
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
