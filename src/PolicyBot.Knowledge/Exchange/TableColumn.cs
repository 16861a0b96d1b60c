namespace PolicyBot.Knowledge.Exchange;

/// <summary>The columns of a set's table, in their order.</summary>
public enum TableColumn
{
    /// <summary>What the row is: question, unanswered, person, organisation, synonym, absent, quote, …</summary>
    Kind,

    /// <summary>The entry's id. A row with the id of the row above and no question continues that entry.</summary>
    Id,

    /// <summary>The canonical question.</summary>
    Question,

    /// <summary>A sentence of the answer, or the whole answer in a file that wasn't exported.</summary>
    Answer,

    /// <summary>The evidence, one passage per line.</summary>
    Evidence,

    /// <summary>Other ways to ask, one per line.</summary>
    Phrasings,

    /// <summary>The topics, one per line.</summary>
    Topics,

    /// <summary>The ids of related questions, one per line.</summary>
    Related,

    /// <summary>A name; of a quote, the speaker's.</summary>
    Name,

    /// <summary>The role of a person or an organisation.</summary>
    Role,

    /// <summary>Other names, one per line.</summary>
    Also,

    /// <summary>The context of a quote.</summary>
    Context,

    /// <summary>Why the entry must be checked.</summary>
    Review,

    /// <summary>Why the sentence must be checked.</summary>
    AnswerReview,

    /// <summary>The checksum of the entry's rows, by which an import sees that nobody changed them.</summary>
    Checksum,
}
