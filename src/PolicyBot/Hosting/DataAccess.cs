using PolicyBot.ConsoleChat;
using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>What a command needs that reads the bot's data.</summary>
/// <param name="Storage">Where the data is.</param>
/// <param name="Terminal">Where it writes.</param>
/// <param name="CurrentFolder">The folder that relative paths start from.</param>
internal sealed record DataAccess(StorageOptions Storage, Terminal Terminal, string CurrentFolder);
