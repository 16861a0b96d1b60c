using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord;

/// <summary>A snapshot of a message; later edits appear in a new snapshot.</summary>
public sealed class SentMessage
{
    private readonly StoredMessage _message;

    internal SentMessage(StoredMessage message) => _message = message;

    /// <summary>The message's id.</summary>
    public ulong Id => _message.Id;

    /// <summary>The id of its channel.</summary>
    public ulong ChannelId => _message.Channel.Id;

    /// <summary>Who wrote it.</summary>
    public ulong AuthorId => _message.Author.Id;

    /// <summary>Its text.</summary>
    public string Content => _message.Body.Content;

    /// <summary>The whole message as its author receives it; a new copy each time.</summary>
    public JsonObject Json => JsonTree.ParseObject(MessageWriter.ToBytes(_message, MessageView.Http));

    /// <summary>Whether only the user of the interaction sees it.</summary>
    public bool IsEphemeral => (_message.Body.Flags & MessageFlags.Ephemeral) != 0;

    /// <summary>Whether it is still a deferral ("thinking").</summary>
    public bool IsThinking => (_message.Body.Flags & MessageFlags.Loading) != 0;

    /// <summary>Who is pinged: ids of users and roles, and "everyone".</summary>
    public IReadOnlyList<string> Pings => _message.Mentions.Pings;

    internal StoredMessage Stored => _message;
}
