using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord;

/// <summary>A message as it was when it was looked at; an edit after that shows in a new look.</summary>
public sealed class SentMessage
{
    private readonly StoredMessage _message;

    internal SentMessage(StoredMessage message) => _message = message;

    /// <summary>The message's id.</summary>
    public ulong Id => _message.Id;

    /// <summary>The channel it stands in.</summary>
    public ulong ChannelId => _message.Channel.Id;

    /// <summary>Who wrote it.</summary>
    public ulong AuthorId => _message.Author.Id;

    /// <summary>Its text.</summary>
    public string Content => _message.Body.Content;

    /// <summary>All of it, as Discord gives it to its author; a new copy each time.</summary>
    public JsonObject Json => JsonTree.ParseObject(MessageWriter.ToBytes(_message, MessageView.Http));

    /// <summary>Whether only the user of the interaction sees it.</summary>
    public bool IsEphemeral => (_message.Body.Flags & MessageFlags.Ephemeral) != 0;

    /// <summary>Whether it is a mere deferral yet ("thinking").</summary>
    public bool IsThinking => (_message.Body.Flags & MessageFlags.Loading) != 0;

    /// <summary>Whom it pings: ids of users and roles, and "everyone".</summary>
    public IReadOnlyList<string> Pings => _message.Mentions.Pings;

    internal StoredMessage Stored => _message;
}
