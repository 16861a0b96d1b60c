namespace PolicyBot.Chat.Messages;

/// <summary>The user who made a request.</summary>
/// <param name="User">The user's id on the platform.</param>
/// <param name="Server">The server's id on the platform; null in direct messages.</param>
/// <param name="CanManageServer">Whether the platform lets the user manage the server.</param>
public sealed record Caller(string User, string? Server, bool CanManageServer);
