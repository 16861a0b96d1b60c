namespace PolicyBot.Chat.Usage;

/// <summary>Something that is counted.</summary>
public enum UsageKind
{
    /// <summary>A question was answered.</summary>
    Answered,

    /// <summary>Questions were offered to choose from.</summary>
    Offered,

    /// <summary>A question was asked that the article does not answer.</summary>
    NotInArticle,

    /// <summary>A question was asked that no prepared answer fits, whether the closest one was shown or not.</summary>
    NoPreparedAnswer,

    /// <summary>Nobody could tell what was asked.</summary>
    NotUnderstood,

    /// <summary>An answer was shown to somebody who picked its question from those that were offered.</summary>
    Picked,

    /// <summary>Somebody found an answer helpful.</summary>
    Helpful,

    /// <summary>Somebody found an answer not helpful.</summary>
    NotHelpful,
}
