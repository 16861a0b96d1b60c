using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>
/// Responds to one interaction. Discord accepts the first response for three seconds after the event, and the others
/// for fifteen minutes.
/// </summary>
public interface IInteractionResponder
{
    /// <summary>Sends a new message as the first response.</summary>
    /// <param name="message">The message.</param>
    /// <param name="timeout">The time limit, retries included.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task RespondAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the message whose button or menu was used, or opened the modal, as the first response.
    /// </summary>
    /// <param name="message">The new message; it is private if the replaced one is.</param>
    /// <param name="timeout">The time limit, retries included.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task UpdateAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Responds to autocomplete.</summary>
    /// <param name="choices">At most 25 choices with different names.</param>
    /// <param name="timeout">The time limit, retries included.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task AutocompleteAsync(
        IReadOnlyList<CommandOptionChoice> choices, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Opens a modal as the first response. Discord refuses one in response to another modal.</summary>
    /// <param name="modal">The modal.</param>
    /// <param name="timeout">The time limit, retries included.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task OpenModalAsync(Modal modal, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Announces a message that will follow, as the first response.</summary>
    /// <param name="deferral">Which message.</param>
    /// <param name="timeout">The time limit, retries included.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task DeferAsync(Deferral deferral, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Replaces the first response with a message, which is private if the first response was.</summary>
    Task EditResponseAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Deletes the first response.</summary>
    Task DeleteResponseAsync(CancellationToken cancellationToken);

    /// <summary>Sends another message.</summary>
    Task FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
