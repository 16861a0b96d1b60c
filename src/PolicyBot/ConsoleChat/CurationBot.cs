using PolicyBot.Chat.Commands;

namespace PolicyBot.ConsoleChat;

/// <summary>What the console needs to change servers' sets.</summary>
/// <param name="Commands">The commands.</param>
/// <param name="Terminal">Its input and output.</param>
/// <param name="Renderer">Writes replies to the terminal.</param>
/// <param name="CurrentFolder">The folder that relative paths start from.</param>
internal sealed record CurationBot(
    CommandDispatcher Commands, Terminal Terminal, IReplyRenderer Renderer, string CurrentFolder);
