using System.Text.Json;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Client.Rest.Payloads;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>Answers an interaction over the HTTP API.</summary>
internal sealed class RestInteractionResponder(DiscordHttpClient http, ulong interaction, ulong application, string token) : IInteractionResponder
{
    public Task RespondAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken) =>
        RespondAsync(CallbackPayload.Message(MessagePayload.From(message)), message.File, timeout, cancellationToken);

    public Task UpdateAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken) =>
        RespondAsync(CallbackPayload.Update(MessagePayload.FromEdit(message)), message.File, timeout, cancellationToken);

    public Task AutocompleteAsync(IReadOnlyList<CommandOptionChoice> choices, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var offer = new AutocompletePayload(new AutocompletePayload.OfferedChoices([.. choices.Select(c => CommandChoicePayload.From(c.Name, c.Value))]));
        return RespondAsync(JsonSerializer.SerializeToUtf8Bytes(offer, DiscordJson.Default.AutocompletePayload), null, timeout, cancellationToken);
    }

    public Task DeferAsync(Deferral deferral, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var callback = deferral switch
        {
            Deferral.Public => CallbackPayload.Deferral,
            Deferral.Private => CallbackPayload.PrivateDeferral,
            _ => CallbackPayload.UpdateDeferral,
        };
        return RespondAsync(callback, null, timeout, cancellationToken);
    }

    public Task EditResponseAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        http.SendAsync(Routes.EditResponse(application, token) with { Body = Bytes(MessagePayload.FromEdit(message)), File = message.File }, cancellationToken);

    public Task DeleteResponseAsync(CancellationToken cancellationToken) => http.SendAsync(Routes.DeleteResponse(application, token), cancellationToken);

    public Task FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        http.SendAsync(Routes.CreateFollowUp(application, token) with { Body = Bytes(MessagePayload.From(message)), File = message.File }, cancellationToken);

    private static byte[] Bytes(MessagePayload message) => JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.MessagePayload);

    private Task<DiscordResponse> RespondAsync(CallbackPayload callback, OutgoingFile? file, TimeSpan timeout, CancellationToken cancellationToken) =>
        RespondAsync(JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.CallbackPayload), file, timeout, cancellationToken);

    private Task<DiscordResponse> RespondAsync(byte[] body, OutgoingFile? file, TimeSpan timeout, CancellationToken cancellationToken) =>
        http.SendAsync(Routes.CreateResponse(interaction, token) with { Body = body, File = file, Timeout = timeout }, cancellationToken);
}
