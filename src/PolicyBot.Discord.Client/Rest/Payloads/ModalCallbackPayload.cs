using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The response that opens a modal.</summary>
internal sealed record ModalCallbackPayload(ModalCallbackPayload.ModalPayload Data)
{
    public int Type { get; } = 9;

    public static ModalCallbackPayload From(Modal modal) =>
        new(new ModalPayload(modal.CustomId, modal.Title, [.. modal.Components.Select(ComponentPayload.From)]));

    internal sealed record ModalPayload(string CustomId, string Title, IReadOnlyList<ComponentPayload> Components);
}
