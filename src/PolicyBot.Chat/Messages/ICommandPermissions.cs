namespace PolicyBot.Chat.Messages;

/// <summary>Decides which moderator commands the caller of a request may use, where the request was made.</summary>
public interface ICommandPermissions
{
    /// <summary>Whether the caller may use a command now. Decided when it is called, so that changes apply.</summary>
    /// <param name="command">The first word of the command's name, without the slash.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    ValueTask<bool> MayUseAsync(string command, CancellationToken cancellationToken);
}
