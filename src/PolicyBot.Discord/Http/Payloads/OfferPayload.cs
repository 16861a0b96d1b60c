namespace PolicyBot.Discord.Http.Payloads;

/// <summary>The response to typing.</summary>
internal sealed record OfferPayload(OfferPayload.OfferedChoices Data)
{
    public int Type { get; } = 8;

    internal sealed record OfferedChoices(IReadOnlyList<CommandChoicePayload> Choices);
}
