using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/help</c>: what the bot is and what it can be told.</summary>
internal sealed class HelpCommand(IReadOnlyList<CommandDefinition> all) : ICommand
{
    private const int Examples = 3;

    public static CommandDefinition OwnDefinition { get; } = new(BotCommands.Help, "Show what I can do.", []);

    public CommandDefinition Definition => OwnDefinition;

    public ValueTask<Reply> RunAsync(CommandRequest request, ServedArticle article, CancellationToken cancellationToken) => ValueTask.FromResult(new Reply
    {
        Title = "What I can do",
        Blocks =
        [
            new Block.Paragraph(
                $"I answer questions about the article “{article.Set.Article.Title}”. I say nothing that it does not say, and show you its own words with every answer."),
            new Block.List(Usages(forManagers: false), "Commands"),
            .. request.Caller is { Server: not null, CanManageServer: true } && Usages(forManagers: true) is { Count: > 0 } usages
                ? [new Block.List(usages, "For those who may manage this server")]
                : Array.Empty<Block>(),
        ],
        ChoicesHeading = article.Set.Questions.Count == 0 ? null : "You can ask, for example:",
        Choices = [.. article.Questions.Complete("", Examples).Select(q => AskCommand.CreateAction(q, request.ConversationId))],
        IsPrivate = true,
    });

    private List<ListItem> Usages(bool forManagers) => [.. all.Where(d => d.RequiresManageServer == forManagers).Select(d => new ListItem(d.Description, d.Usage))];
}
