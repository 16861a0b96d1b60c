namespace PolicyBot.Knowledge.Coverage;

/// <summary>What a set does with a sentence of the article.</summary>
public enum SentenceUse
{
    /// <summary>Nothing uses it: the bot can't answer questions about it.</summary>
    Nothing,

    /// <summary>It is the closest passage to a question that the article doesn't answer.</summary>
    Unanswerable,

    /// <summary>The summary rests on it.</summary>
    Summary,

    /// <summary>It is quoted.</summary>
    Quote,

    /// <summary>An answer rests on it.</summary>
    Answer,
}
