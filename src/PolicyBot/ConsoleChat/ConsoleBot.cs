using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.ConsoleChat;

/// <summary>A bot that is ready to answer.</summary>
/// <param name="Article">The article that is served.</param>
/// <param name="Answerer">What answers from it; trained at the first question.</param>
/// <param name="Commands">What it can be told.</param>
/// <param name="Random">Picks random quotes.</param>
/// <param name="Terminal">What it reads from and writes to.</param>
/// <param name="Renderer">Writes its replies there.</param>
internal sealed record ConsoleBot(
    ServedArticle Article, Lazy<Answerer> Answerer, CommandDispatcher Commands, Random Random, Terminal Terminal,
    IReplyRenderer Renderer)
{
    /// <summary>The console as a place of <see cref="CommandRequest"/>.</summary>
    public const string Place = "console";
}
