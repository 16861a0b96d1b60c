using PolicyBot.Discord.Messages;

namespace PolicyBot.Discord.Http.Payloads;

/// <summary>A message as it is sent to Discord: to a channel, as a response, or as an edit.</summary>
internal sealed record MessagePayload(IReadOnlyList<EmbedPayload> Embeds, AllowedMentionsPayload AllowedMentions)
{
    private const int Ephemeral = 1 << 6;

    // The teal of the console.
    private const int Color = 0x008080;

    public int? Flags { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public MessageReferencePayload? MessageReference { get; init; }

    public static MessagePayload Of(OutgoingMessage message) => new([.. message.Embeds.Select(Of)], AllowedMentionsPayload.Nobody)
    {
        Flags = message.IsPrivate ? Ephemeral : null,
    };

    private static EmbedPayload Of(Embed embed) => new(embed.Title, embed.Description, embed.Footer is { } footer ? new EmbedFooterPayload(footer) : null, Color);
}
