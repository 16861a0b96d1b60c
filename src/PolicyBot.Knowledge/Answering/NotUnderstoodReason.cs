namespace PolicyBot.Knowledge.Answering;

/// <summary>Why a message was not understood.</summary>
public enum NotUnderstoodReason
{
    /// <summary>The message has no usable word.</summary>
    NoWords,

    /// <summary>The message is longer than <see cref="Answerer.MaxQuestionLength"/>.</summary>
    TooLong,

    /// <summary>None of the words is English or known to the set.</summary>
    UnknownWords,

    /// <summary>The message is in a language that the bot cannot read.</summary>
    OtherLanguage,
}
