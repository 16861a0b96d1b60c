using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>A moderator's request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Server">The server.</param>
/// <param name="User">The moderator.</param>
internal sealed record ModeratorContext(CommandRequest Request, string Server, string User)
{
    /// <summary>Returns an option's value, or null if it is missing or blank.</summary>
    public string? GetOption(string name) => Request.GetOption(name);
}
