using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Answers one interaction. The first response must be there within three seconds of the event, the others within fifteen minutes.</summary>
public interface IInteractionResponder
{
    /// <summary>The first response: a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="timeout">How long it may take in all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RespondAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>The first response: a message in place of the one whose button or menu was used.</summary>
    /// <param name="message">The message; its privacy stays as it was.</param>
    /// <param name="timeout">How long it may take in all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task UpdateAsync(OutgoingMessage message, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>The response to typing: what the option could be.</summary>
    /// <param name="choices">At most 25; none of the same label, each label and value 1 to 100 characters.</param>
    /// <param name="timeout">How long it may take in all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AutocompleteAsync(IReadOnlyList<CommandOptionChoice> choices, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>The first response: a message is being worked on.</summary>
    /// <param name="deferral">Which message.</param>
    /// <param name="timeout">How long it may take in all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task DeferAsync(Deferral deferral, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Puts a message in place of the first response, whose privacy stays.</summary>
    Task EditResponseAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Takes the first response away.</summary>
    Task DeleteResponseAsync(CancellationToken cancellationToken);

    /// <summary>Adds a message.</summary>
    Task FollowUpAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
