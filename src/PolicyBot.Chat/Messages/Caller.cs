using PolicyBot.Chat.Commands;

namespace PolicyBot.Chat.Messages;

/// <summary>Who called a command, where a platform has people and servers.</summary>
/// <param name="User">The user, as the platform names them.</param>
/// <param name="Server">The server, as the platform names it; null in direct messages.</param>
/// <param name="CanManageServer">Whether they may manage the server, by the platform's own word.</param>
public sealed record Caller(string User, string? Server, bool CanManageServer);
