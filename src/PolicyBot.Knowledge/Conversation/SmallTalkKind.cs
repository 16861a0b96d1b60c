namespace PolicyBot.Knowledge.Conversation;

/// <summary>The kind of a message that does not ask about the article. If several apply, the last one counts.</summary>
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
