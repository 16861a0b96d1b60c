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
    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        var forModerators = await ListForModeratorsAsync(context, cancellationToken);
        List<string> titles = [.. context.Articles.Select(a => a.Set.Article.Title)];
        return new Reply
        {
            Title = "What I can do",
            Blocks =
            [
                new Block.Paragraph(
                    $"I answer questions about {AnswerTexts.Name(titles)}. "
                    + (context.Articles.Count == 1
                        ? "I only say what it says, and show you its own words with every answer."
                        : "I only say what they say, and show you their own words with every answer.")),
                new Block.List(
                    [.. context.Commands.Where(c => !c.RequiresManageServer).Select(CreateItem)], "Commands"),
                .. forModerators.Count > 0
                    ? [new Block.List(forModerators, "For moderators")]
                    : Array.Empty<Block>(),
            ],
            ChoicesHeading = article.Set.Questions.Count == 0 ? null : "You can ask, for example:",
            Choices = [.. article.Questions.Complete("", Examples)
                .Select(q => AskCommand.CreateAction(q, request.ConversationId))],
            IsPrivate = true,
        };
    }

    // Only those that the caller may use.
    private static async Task<List<ListItem>> ListForModeratorsAsync(
        CommandContext context, CancellationToken cancellationToken)
    {
        List<ListItem> items = [];
        foreach (var command in context.Commands.Where(c => c.RequiresManageServer))
        {
            if (await context.Request.MayUseAsync(command.Name, cancellationToken)) items.Add(CreateItem(command));
        }

        return items;
    }

    private static ListItem CreateItem(CommandDefinition command) => new(command.Description, command.Usage);
}
