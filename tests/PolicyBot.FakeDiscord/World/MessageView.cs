namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// How a message is written. An event in a guild contains the guild and the member; a response doesn't. Without the
/// message content intent, the bot gets content only in direct messages, in messages that mention it, and in its own.
/// </summary>
internal readonly record struct MessageView(bool IsEvent, bool IncludesContent)
{
    /// <summary>The whole message, as in a response.</summary>
    public static readonly MessageView Http = new(false, true);
}
