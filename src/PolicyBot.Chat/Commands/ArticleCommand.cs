using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/article [text]</c>: says which article it is, or shows its whole text.</summary>
internal sealed class ArticleCommand : ICommand
{
    public const string Name = "article";

    public CommandDefinition Definition { get; } = new(Name, "Show which article I answer from, or its whole text.", [
        new CommandOption("text", "Show the whole text.") { Kind = OptionKind.Flag },
        ArticleOption.Definition,
    ])
    {
        CanBePrivate = true,
    };

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        return ValueTask.FromResult(
            request.HasFlag("text") ? CreateText(article) : CreateOverview(article, request.ConversationId));
    }

    // The first paragraph is the headline.
    private static Reply CreateText(ServedArticle article) => new()
    {
        Title = article.Set.Article.Title,
        Blocks = [.. article.Set.Article.Paragraphs.Skip(1).Select(p => new Block.Paragraph(p.Text))],
        Source = article.SourceLine,
    };

    private static Reply CreateOverview(ServedArticle article, string conversationId)
    {
        var a = article.Set.Article;
        (string Term, string? Text)[] facts = [("Author", a.Author), ("Publication", a.Publication), ("Date", a.Date)];
        return new Reply
        {
            Title = a.Title,
            Blocks =
            [
                new Block.Paragraph(article.Set.Summary.Line.Text),
                .. a.Author is null && a.Publication is null && a.Date is null
                    ? Array.Empty<Block>()
                    : [new Block.List(
                        [.. from fact in facts where fact.Text is not null select new ListItem(fact.Text, fact.Term)])],
                new Block.Note(article.Set.Questions.Count == 0
                    ? "It has no prepared questions. Ask in your own words, and I'll show you the passages that come "
                        + "closest."
                    : $"I can answer {article.Set.Questions.Count} questions about it, and show "
                        + $"{article.Set.Quotes.Count} quotes from it."),
            ],
            Choices =
            [
                new ReplyAction("Read the whole text", CommandRequest.Create(Name, conversationId, ("text", "true"))),
                new ReplyAction(
                    "See every main point",
                    CommandRequest.Create(SummaryCommand.Name, conversationId, ("length", "full"))),
            ],
        };
    }
}
