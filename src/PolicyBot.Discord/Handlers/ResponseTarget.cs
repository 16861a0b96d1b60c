using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Handlers;

/// <summary>Where the answer to an interaction goes.</summary>
/// <param name="IsUpdate">
/// Whether it replaces the message whose button or menu was used, or opened the form.
/// </param>
/// <param name="IsPrivate">Whether only the user sees it, even if the answer isn't private itself.</param>
internal readonly record struct ResponseTarget(bool IsUpdate, bool IsPrivate)
{
    /// <summary>
    /// Chooses the target. If the button is under an answer to another user, that stays as it is, and this user gets a
    /// private answer.
    /// </summary>
    /// <param name="data">What the user used.</param>
    /// <param name="request">The request.</param>
    /// <param name="isForModerators">Whether the command is for moderators only.</param>
    public static ResponseTarget Choose(InteractionData data, CommandRequest request, bool isForModerators) =>
        FindRecipient(data) switch
        {
            MessageRecipient.Private => new(IsUpdate: true, IsPrivate: true),
            MessageRecipient.SameUser => new(IsUpdate: true, IsPrivate: false),
            MessageRecipient.OtherUser => new(IsUpdate: false, IsPrivate: true),
            _ => new(IsUpdate: false, isForModerators || request.HasFlag(CommandRequest.PrivateFlag)),
        };

    private static MessageRecipient? FindRecipient(InteractionData data) => data switch
    {
        InteractionData.Component component => component.Recipient,
        InteractionData.ModalSubmit submit => submit.Recipient,
        _ => null,
    };
}
