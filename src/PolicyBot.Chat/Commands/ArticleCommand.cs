using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/article [text]</c>: what the article is, or the whole of it.</summary>
internal sealed class ArticleCommand : ICommand
{
    public const string Name = "article";

    public CommandDefinition Definition { get; } = new(Name, "Show which article this is, or its whole text.", [
        new CommandOption("text", "The whole text.") { Kind = OptionKind.Flag },
    ])
    {
        CanBePrivate = true,
    };

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        return ValueTask.FromResult(request.HasFlag("text") ? Text(article) : About(article, request.ConversationId));
    }

    // The first paragraph is the headline.
    private static Reply Text(ServedArticle article) => new()
    {
        Title = article.Set.Article.Title,
        Blocks = [.. article.Set.Article.Paragraphs.Skip(1).Select(p => new Block.Paragraph(p.Text))],
        Source = article.SourceLine,
    };

    private static Reply About(ServedArticle article, string place)
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
                    : [new Block.List([.. from fact in facts where fact.Text is not null select new ListItem(fact.Text, fact.Term)])],
                new Block.Note(article.Set.Questions.Count == 0
                    ? "It has no prepared questions. Ask in your own words, and I'll show you the passages that come closest."
                    : $"I can answer {article.Set.Questions.Count} questions about it, and know {article.Set.Quotes.Count} quotes."),
            ],
            Choices =
            [
                new ReplyAction("Read the whole text", CommandRequest.Create(Name, place, ("text", "true"))),
                new ReplyAction("See every main point", CommandRequest.Create(SummaryCommand.Name, place, ("length", "full"))),
            ],
        };
    }
}
