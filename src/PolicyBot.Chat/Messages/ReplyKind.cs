namespace PolicyBot.Chat.Messages;

/// <summary>What a reply is, so that platforms can show it in different colors.</summary>
public enum ReplyKind
{
    /// <summary>An answer, or information that was asked for.</summary>
    Answer,

    /// <summary>A choice between questions, or the closest question.</summary>
    Choice,

    /// <summary>No answer.</summary>
    Refusal,
}
