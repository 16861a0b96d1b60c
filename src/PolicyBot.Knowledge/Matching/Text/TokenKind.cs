namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>How a word of a question is known to a set.</summary>
internal enum TokenKind
{
    /// <summary>A word that the set does not know.</summary>
    Unknown,

    /// <summary>A word of grammar or of asking.</summary>
    Grammar,

    /// <summary>A lead-up or a rounding-off, passed over.</summary>
    Filler,

    /// <summary>A word that the set's phrasings, its names or the article use.</summary>
    Known,

    /// <summary>A synonym's head word.</summary>
    Synonym,

    /// <summary>A person or an organisation of the article.</summary>
    Name,

    /// <summary>A name or number that the article never uses.</summary>
    Absent,
}
