using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>A call by somebody who may manage the server.</summary>
/// <param name="Request">The call.</param>
/// <param name="Server">The server.</param>
/// <param name="User">Who called.</param>
internal sealed record ModeratorContext(CommandRequest Request, string Server, string User)
{
    public string? GetOption(string name) => Request.GetOption(name);
}
