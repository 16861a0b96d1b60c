namespace PolicyBot.Knowledge.Answering;

/// <summary>Why no question could be made out.</summary>
public enum NotUnderstoodReason
{
    /// <summary>The message has no word to go by.</summary>
    NoWords,

    /// <summary>The message is longer than <see cref="Answerer.MaxQuestionLength"/>.</summary>
    TooLong,

    /// <summary>None of the words is English or known to the set.</summary>
    UnknownWords,

    /// <summary>The message is in a language that the bot does not read.</summary>
    OtherLanguage,
}
