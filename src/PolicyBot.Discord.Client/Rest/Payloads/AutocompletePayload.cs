using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The response to autocomplete.</summary>
internal sealed record AutocompletePayload(AutocompletePayload.ChoiceList Data)
{
    public int Type { get; } = 8;

    public static AutocompletePayload From(IReadOnlyList<CommandOptionChoice> choices) =>
        new(new ChoiceList([.. choices.Select(c => CommandChoicePayload.From(c.Name, c.Value))]));

    internal sealed record ChoiceList(IReadOnlyList<CommandChoicePayload> Choices);
}
