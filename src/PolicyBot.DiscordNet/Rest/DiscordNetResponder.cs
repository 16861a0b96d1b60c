using Discord;
using Discord.WebSocket;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.DiscordNet.Rest;
using PolicyBot.DiscordNet.Conversion;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>Answers one of the library's interactions.</summary>
internal sealed class DiscordNetResponder(SocketInteraction interaction, DiscordNetCalls calls) : IInteractionResponder
{
    private const string Response = "the response to an interaction";

    public Task RespondAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken)
    {
        return calls.RunAsync(Response, Send, timeout, cancellationToken, message.File);

        Task Send(RequestOptions options)
        {
            var (embeds, components) = (DiscordNetMessages.Embeds(message), DiscordNetMessages.Components(message));
            return message.File is { } file
                ? interaction.RespondWithFileAsync(
                    DiscordNetMessages.Attachment(file), null, embeds, false, message.IsPrivate, DiscordNetMessages.Nobody, components, options: options)
                : interaction.RespondAsync(null, embeds, false, message.IsPrivate, DiscordNetMessages.Nobody, components, options: options);
        }
    }

    public Task UpdateAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken) => calls.RunAsync(
        Response, options => Component.UpdateAsync(p => DiscordNetMessages.InPlace(message, p), options), timeout, cancellationToken, message.File);

    public Task AutocompleteAsync(IReadOnlyList<CommandOptionChoice> choices, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var typing = interaction as SocketAutocompleteInteraction ?? throw new InvalidOperationException("Nothing is being typed.");
        return calls.RunAsync(
            Response, options => typing.RespondAsync(choices.Select(c => new AutocompleteResult(c.Name, c.Value)), options), timeout, cancellationToken);
    }

    public Task DeferAsync(Deferral deferral, TimeSpan timeout, CancellationToken cancellationToken) => calls.RunAsync(
        Response,
        options => (deferral, interaction) switch
        {
            (Deferral.Update, _) => Component.DeferAsync(options: options),
            (_, SocketMessageComponent component) => component.DeferLoadingAsync(deferral == Deferral.Private, options),
            _ => interaction.DeferAsync(deferral == Deferral.Private, options),
        },
        timeout,
        cancellationToken);

    public Task EditResponseAsync(OutgoingMessage message, CancellationToken cancellationToken) => calls.RunAsync(
        "the edit of a response",
        options => interaction.ModifyOriginalResponseAsync(p => DiscordNetMessages.InPlace(message, p), options),
        DiscordNetCalls.DefaultTimeout,
        cancellationToken,
        message.File);

    public Task DeleteResponseAsync(CancellationToken cancellationToken) => calls.RunAsync(
        "the end of a response", options => interaction.DeleteOriginalResponseAsync(options), DiscordNetCalls.DefaultTimeout, cancellationToken);

    public Task FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        return calls.RunAsync("a follow-up", Send, DiscordNetCalls.DefaultTimeout, cancellationToken, message.File);

        Task Send(RequestOptions options)
        {
            var (embeds, components) = (DiscordNetMessages.Embeds(message), DiscordNetMessages.Components(message));
            return message.File is { } file
                ? interaction.FollowupWithFileAsync(
                    DiscordNetMessages.Attachment(file), null, embeds, false, message.IsPrivate, DiscordNetMessages.Nobody, components, options: options)
                : interaction.FollowupAsync(null, embeds, false, message.IsPrivate, DiscordNetMessages.Nobody, components, options: options);
        }
    }

    private SocketMessageComponent Component => interaction as SocketMessageComponent ?? throw new InvalidOperationException("No button and no menu was used.");
}
