using System.Text.Json;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Client.Rest.Payloads;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>Responds to an interaction over the HTTP API.</summary>
/// <param name="http">The HTTP API.</param>
/// <param name="interaction">The interaction's id.</param>
/// <param name="application">The application's id.</param>
/// <param name="token">The interaction's token.</param>
public sealed class RestInteractionResponder(
    DiscordHttpClient http, ulong interaction, ulong application, string token) : IInteractionResponder
{
    /// <inheritdoc/>
    public Task RespondAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken) =>
        RespondAsync(
            CallbackPayload.Message(MessagePayload.From(message)), message.File, timeout, cancellationToken);

    /// <inheritdoc/>
    public Task UpdateAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken) =>
        RespondAsync(
            CallbackPayload.Update(MessagePayload.FromEdit(message)), message.File, timeout, cancellationToken);

    /// <inheritdoc/>
    public Task AutocompleteAsync(
        IReadOnlyList<CommandOptionChoice> choices, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var payload = AutocompletePayload.From(choices);
        var body = JsonSerializer.SerializeToUtf8Bytes(payload, DiscordJson.Default.AutocompletePayload);
        return RespondAsync(body, null, timeout, cancellationToken);
    }

    /// <inheritdoc/>
    public Task OpenModalAsync(Modal modal, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var payload = ModalCallbackPayload.From(modal);
        var body = JsonSerializer.SerializeToUtf8Bytes(payload, DiscordJson.Default.ModalCallbackPayload);
        return RespondAsync(body, null, timeout, cancellationToken);
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public Task EditResponseAsync(OutgoingMessage message, CancellationToken cancellationToken) => http.SendAsync(
        WithMessage(Routes.EditResponse(application, token), MessagePayload.FromEdit(message), message.File),
        cancellationToken);

    /// <inheritdoc/>
    public Task DeleteResponseAsync(CancellationToken cancellationToken) =>
        http.SendAsync(Routes.DeleteResponse(application, token), cancellationToken);

    /// <inheritdoc/>
    public Task FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken) => http.SendAsync(
        WithMessage(Routes.CreateFollowUp(application, token), MessagePayload.From(message), message.File),
        cancellationToken);

    private static DiscordRequest WithMessage(DiscordRequest request, MessagePayload message, OutgoingFile? file) =>
        request with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.MessagePayload),
            File = file,
        };

    private Task<DiscordResponse> RespondAsync(
        CallbackPayload callback, OutgoingFile? file, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.CallbackPayload);
        return RespondAsync(body, file, timeout, cancellationToken);
    }

    private Task<DiscordResponse> RespondAsync(
        byte[] body, OutgoingFile? file, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var request = Routes.CreateResponse(interaction, token) with { Body = body, File = file, Timeout = timeout };
        return http.SendAsync(request, cancellationToken);
    }
}
