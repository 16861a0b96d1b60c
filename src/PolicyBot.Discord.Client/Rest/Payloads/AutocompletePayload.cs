namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The response to typing.</summary>
internal sealed record AutocompletePayload(AutocompletePayload.OfferedChoices Data)
{
    public int Type { get; } = 8;

    internal sealed record OfferedChoices(IReadOnlyList<CommandChoicePayload> Choices);
}
