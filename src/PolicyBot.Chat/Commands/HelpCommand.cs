using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/help</c>: what the bot is and which commands it has.</summary>
public sealed class HelpCommand : ICommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "help";

    private const int Examples = 3;

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new(Name, "Show what I can do.", []);

    /// <inheritdoc/>
    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        List<string> titles = [.. context.Articles.Select(a => a.Set.Article.Title)];
        return ValueTask.FromResult(new Reply
        {
            Title = "What I can do",
            Blocks =
            [
                new Block.Paragraph(
                    $"I answer questions about {AnswerTexts.Name(titles)}. "
                    + (context.Articles.Count == 1
                        ? "I only say what it says, and show you its own words with every answer."
                        : "I only say what they say, and show you their own words with every answer.")),
                new Block.List(List(context, forModerators: false), "Commands"),
                .. request.Caller is { Server: not null, CanManageServer: true }
                    && List(context, forModerators: true) is { Count: > 0 } usages
                    ? [new Block.List(usages, "For moderators")]
                    : Array.Empty<Block>(),
            ],
            ChoicesHeading = article.Set.Questions.Count == 0 ? null : "You can ask, for example:",
            Choices = [.. article.Questions.Complete("", Examples)
                .Select(q => AskCommand.CreateAction(q, request.ConversationId))],
            IsPrivate = true,
        });
    }

    private static List<ListItem> List(CommandContext context, bool forModerators) =>
    [
        .. from command in context.Commands
           where command.RequiresManageServer == forModerators
           select new ListItem(command.Description, command.Usage),
    ];
}
