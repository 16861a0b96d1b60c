using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A message to send to a channel or as a response, or an edit of one.</summary>
internal sealed record MessagePayload(
    IReadOnlyList<EmbedPayload>? Embeds, AllowedMentionsPayload? AllowedMentions)
{
    private const int Ephemeral = 1 << 6;

    /// <summary>The text above the embeds. If an edit doesn't set it, it stays.</summary>
    public string? Content { get; init; }

    /// <summary>The buttons and menus. If an edit doesn't set it, they stay.</summary>
    public IReadOnlyList<ComponentPayload>? Components { get; init; }

    /// <summary>The files. If an edit doesn't set it, they stay.</summary>
    public IReadOnlyList<AttachmentPayload>? Attachments { get; init; }

    public int? Flags { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public MessageReferencePayload? MessageReference { get; init; }

    /// <summary>Says only that the message will be private.</summary>
    public static MessagePayload EphemeralOnly { get; } = new(null, null) { Flags = Ephemeral };

    public static MessagePayload From(OutgoingMessage message) =>
        new([.. message.Embeds.Select(EmbedPayload.From)], AllowedMentionsPayload.None)
        {
            Content = message.Content,
            Flags = message.IsPrivate ? Ephemeral : null,
            Components = ComponentPayload.CreateRows(message) is { Count: > 0 } rows ? rows : null,
            Attachments = message.File is { } file ? [new AttachmentPayload("0", file.Name, file.Description)] : null,
        };

    /// <summary>Creates an edit that replaces a message, which stays private if it is.</summary>
    public static MessagePayload FromEdit(OutgoingMessage message)
    {
        var payload = From(message);
        return payload with
        {
            Content = payload.Content ?? "",
            Flags = null,
            Components = payload.Components ?? [],
            Attachments = payload.Attachments ?? [],
        };
    }
}
