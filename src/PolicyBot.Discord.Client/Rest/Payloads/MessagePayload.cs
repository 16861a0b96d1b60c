using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A message as it is sent to Discord: to a channel, as a response, or as an edit.</summary>
internal sealed record MessagePayload(IReadOnlyList<EmbedPayload>? Embeds, AllowedMentionsPayload? AllowedMentions)
{
    /// <summary>The teal of the console.</summary>
    public const int Color = 0x008080;

    private const int Ephemeral = 1 << 6;

    /// <summary>What stands under it. An edit that does not say so leaves what was there.</summary>
    public IReadOnlyList<ComponentPayload>? Components { get; init; }

    /// <summary>The files that go with it. An edit that does not say so leaves what was there.</summary>
    public IReadOnlyList<AttachmentPayload>? Attachments { get; init; }

    public int? Flags { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public MessageReferencePayload? MessageReference { get; init; }

    /// <summary>Nothing but that a message will be private.</summary>
    public static MessagePayload EphemeralOnly { get; } = new(null, null) { Flags = Ephemeral };

    public static MessagePayload From(OutgoingMessage message) => new([.. message.Embeds.Select(From)], AllowedMentionsPayload.None)
    {
        Flags = message.IsPrivate ? Ephemeral : null,
        Components = ComponentPayload.CreateRows(message) is { Count: > 0 } rows ? rows : null,
        Attachments = message.File is { } file ? [new AttachmentPayload("0", file.Name, file.Description)] : null,
    };

    /// <summary>The message in place of another one, whose privacy it keeps.</summary>
    public static MessagePayload FromEdit(OutgoingMessage message)
    {
        var payload = From(message);
        return payload with { Flags = null, Components = payload.Components ?? [], Attachments = payload.Attachments ?? [] };
    }

    private static EmbedPayload From(Embed embed) => new(
        embed.Title,
        embed.Description,
        embed.Footer is { } footer ? new EmbedFooterPayload(footer) : null,
        embed.ImageFileName is { } name ? EmbedImagePayload.FromFile(name) : null,
        Color);
}
