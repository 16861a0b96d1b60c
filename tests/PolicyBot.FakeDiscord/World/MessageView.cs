namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// How a message is told. An event of a guild carries the guild and the member, an answer to a request does not. Who
/// does not read all gets no content, but of direct messages, of messages that mention the bot and of the bot's own.
/// </summary>
internal readonly record struct MessageView(bool IsEvent, bool IncludesContent)
{
    /// <summary>All of it, as an answer to a request.</summary>
    public static readonly MessageView Http = new(false, true);
}
