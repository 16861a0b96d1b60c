using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>A call by somebody who may manage the server.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Community">The server.</param>
/// <param name="User">Who called.</param>
internal sealed record ModeratorContext(CommandRequest Invocation, string Community, string User)
{
    public string? Option(string name) => Invocation.Option(name);
}
