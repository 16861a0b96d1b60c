namespace PolicyBot.Chat.Usage;

/// <summary>Something that is counted.</summary>
public enum UsageKind
{
    /// <summary>A question was answered.</summary>
    Answered,

    /// <summary>The user was offered several questions to choose from.</summary>
    Offered,

    /// <summary>The article doesn't answer the question.</summary>
    NotInArticle,

    /// <summary>No prepared answer fits the question, whether or not the closest one was shown.</summary>
    NoPreparedAnswer,

    /// <summary>The question was not understood.</summary>
    NotUnderstood,

    /// <summary>The user chose one of the offered questions, and saw its answer.</summary>
    Picked,

    /// <summary>A user rated an answer helpful.</summary>
    Helpful,

    /// <summary>A user rated an answer not helpful.</summary>
    NotHelpful,
}
