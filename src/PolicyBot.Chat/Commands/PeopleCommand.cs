using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/people</c>: lists the people and organisations that the article mentions.</summary>
internal sealed class PeopleCommand : ICommand
{
    public const string Name = "people";

    public CommandDefinition Definition { get; } =
        new(Name, "Show the people and organisations that the article mentions.", [ArticleOption.Definition])
        {
            CanBePrivate = true,
        };

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var article = context.Article;
        var set = article.Set;
        List<Block> blocks = [];
        if (set.People.Count > 0)
            blocks.Add(new Block.List([.. set.People.Select(p => new ListItem(p.Role, p.Name))], "People"));
        if (set.Organisations.Count > 0)
            blocks.Add(
                new Block.List([.. set.Organisations.Select(o => new ListItem(o.Role, o.Name))], "Organisations"));
        if (blocks.Count == 0) blocks.Add(new Block.Paragraph("This article has no list of people."));
        return ValueTask.FromResult(
            new Reply { Title = "Who the article mentions", Blocks = blocks, Source = article.SourceLine });
    }
}
