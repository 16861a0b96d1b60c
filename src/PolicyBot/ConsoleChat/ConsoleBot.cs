using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Storage;

namespace PolicyBot.ConsoleChat;

/// <summary>A bot for the console, ready to answer.</summary>
/// <param name="Article">The article.</param>
/// <param name="Answerer">Answers from it; trained at the first question.</param>
/// <param name="Commands">Its commands.</param>
/// <param name="Random">Picks random quotes.</param>
/// <param name="Terminal">Its input and output.</param>
/// <param name="Renderer">Writes its replies to the terminal.</param>
internal sealed record ConsoleBot(
    ServedArticle Article, Lazy<Answerer> Answerer, CommandDispatcher Commands, Random Random, Terminal Terminal,
    IReplyRenderer Renderer)
{
    /// <summary>Where the bot's data is stored.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>The conversation id of the console.</summary>
    public const string ConversationId = "console";
}
