using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Summaries;

/// <summary><c>/summary [length]</c>: one line, a few sentences (the default), or every main point.</summary>
internal sealed class SummaryCommand : ICommand
{
    public const string Name = "summary";

    public CommandDefinition Definition { get; } = new(Name, "Sum the article up.", [
        new CommandOption("length", "One line, a few sentences, or every main point.") { TakesBareWords = true, Choices = ["line", "short", "full"] },
    ])
    {
        CanBePrivate = true,
    };

    public ValueTask<Reply> RunAsync(Invocation invocation, ServedArticle article, CancellationToken cancellationToken) => ValueTask.FromResult(new Reply
    {
        Title = "The article in brief",
        Blocks = [Block(article.Set.Summary, invocation.Option("length"))],
        Source = article.SourceLine,
    });

    private static Block Block(Summary summary, string? length) => length?.ToUpperInvariant() switch
    {
        "LINE" => new Block.Paragraph(summary.Line.Text),
        "FULL" => new Block.Listing([.. summary.Points.Select(p => new ListItem(p.Text))]),
        _ => new Block.Paragraph(string.Join(' ', summary.Short.Select(s => s.Text))),
    };
}
