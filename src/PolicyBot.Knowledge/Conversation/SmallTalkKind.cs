namespace PolicyBot.Knowledge.Conversation;

/// <summary>
/// What a message that asks nothing about the article is. If it is several of these, the last one counts.
/// </summary>
public enum SmallTalkKind
{
    /// <summary>"ok", "cool", "got it".</summary>
    Acknowledgement,

    /// <summary>"thanks".</summary>
    Thanks,

    /// <summary>"bye".</summary>
    Farewell,

    /// <summary>"hello", "good morning", "how are you".</summary>
    Greeting,

    /// <summary>"help", "who are you", "what can you do", "are you a bot".</summary>
    AboutTheBot,
}
