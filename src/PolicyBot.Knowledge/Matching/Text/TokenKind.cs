namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>How a set knows a word.</summary>
internal enum TokenKind
{
    /// <summary>A word that the set does not use.</summary>
    Unknown,

    /// <summary>A function word.</summary>
    Grammar,

    /// <summary>Part of a filler, which is ignored.</summary>
    Filler,

    /// <summary>A word used by the set's phrasings, its names or the article.</summary>
    Known,

    /// <summary>A synonym's head word.</summary>
    Synonym,

    /// <summary>A person or an organisation of the article.</summary>
    Name,

    /// <summary>A name or number that the article never uses.</summary>
    Absent,
}
