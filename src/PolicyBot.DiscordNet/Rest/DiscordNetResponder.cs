using Discord;
using Discord.WebSocket;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.DiscordNet.Conversion;
using Modal = PolicyBot.Discord.Client.Messages.Modal;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>Responds to one of Discord.Net's interactions.</summary>
/// <param name="interaction">The interaction.</param>
/// <param name="calls">Calls Discord.Net.</param>
/// <param name="modals">Opens modals, whose labels Discord.Net doesn't know.</param>
internal sealed class DiscordNetResponder(
    SocketInteraction interaction, DiscordNetCalls calls, IInteractionResponder modals) : IInteractionResponder
{
    private const string Response = "the response to an interaction";

    private SocketMessageComponent Component => interaction as SocketMessageComponent
        ?? throw new InvalidOperationException("The interaction is not for a button or menu.");

    public Task RespondAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken)
    {
        return calls.RunAsync(Response, SendAsync, timeout, cancellationToken, message.File);

        Task SendAsync(RequestOptions options)
        {
            var embeds = DiscordNetMessages.ToEmbeds(message);
            var components = DiscordNetMessages.ToComponents(message);
            return message.File is { } file
                ? interaction.RespondWithFileAsync(
                    DiscordNetMessages.ToAttachment(file),
                    message.Content,
                    embeds,
                    false,
                    message.IsPrivate,
                    DiscordNetMessages.NoMentions,
                    components,
                    options: options)
                : interaction.RespondAsync(
                    message.Content,
                    embeds,
                    false,
                    message.IsPrivate,
                    DiscordNetMessages.NoMentions,
                    components,
                    options: options);
        }
    }

    public Task UpdateAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken) =>
        calls.RunAsync(
            Response,
            options => Component.UpdateAsync(p => DiscordNetMessages.Replace(p, message), options),
            timeout,
            cancellationToken,
            message.File);

    public Task AutocompleteAsync(
        IReadOnlyList<CommandOptionChoice> choices, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var autocomplete = interaction as SocketAutocompleteInteraction
            ?? throw new InvalidOperationException("The interaction is not for autocomplete.");
        var results = choices.Select(c => new AutocompleteResult(c.Name, c.Value));
        return calls.RunAsync(
            Response, options => autocomplete.RespondAsync(results, options), timeout, cancellationToken);
    }

    public Task OpenModalAsync(Modal modal, TimeSpan timeout, CancellationToken cancellationToken) =>
        modals.OpenModalAsync(modal, timeout, cancellationToken);

    public Task DeferAsync(Deferral deferral, TimeSpan timeout, CancellationToken cancellationToken) => calls.RunAsync(
        Response,
        options => (deferral, interaction) switch
        {
            (Deferral.Update, _) => Component.DeferAsync(options: options),
            (_, SocketMessageComponent component) =>
                component.DeferLoadingAsync(deferral == Deferral.Private, options),
            _ => interaction.DeferAsync(deferral == Deferral.Private, options),
        },
        timeout,
        cancellationToken);

    public Task EditResponseAsync(OutgoingMessage message, CancellationToken cancellationToken) => calls.RunAsync(
        "the edit of a response",
        options => interaction.ModifyOriginalResponseAsync(p => DiscordNetMessages.Replace(p, message), options),
        DiscordNetCalls.DefaultTimeout,
        cancellationToken,
        message.File);

    public Task DeleteResponseAsync(CancellationToken cancellationToken) => calls.RunAsync(
        "the deletion of a response",
        options => interaction.DeleteOriginalResponseAsync(options),
        DiscordNetCalls.DefaultTimeout,
        cancellationToken);

    public Task FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        return calls.RunAsync(
            "a follow-up", SendAsync, DiscordNetCalls.DefaultTimeout, cancellationToken, message.File);

        Task SendAsync(RequestOptions options)
        {
            var embeds = DiscordNetMessages.ToEmbeds(message);
            var components = DiscordNetMessages.ToComponents(message);
            return message.File is { } file
                ? interaction.FollowupWithFileAsync(
                    DiscordNetMessages.ToAttachment(file),
                    message.Content,
                    embeds,
                    false,
                    message.IsPrivate,
                    DiscordNetMessages.NoMentions,
                    components,
                    options: options)
                : interaction.FollowupAsync(
                    message.Content,
                    embeds,
                    false,
                    message.IsPrivate,
                    DiscordNetMessages.NoMentions,
                    components,
                    options: options);
        }
    }
}
