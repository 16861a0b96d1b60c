using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/summary [length]</c>: one line, a few sentences (the default), or every main point.</summary>
internal sealed class SummaryCommand : ICommand
{
    public const string Name = "summary";

    private const string LengthOption = "length";
    private const string FullLength = "full";

    public CommandDefinition Definition { get; } = new(Name, "Sum the article up.", [
        new CommandOption(LengthOption, "One line, a few sentences, or every main point.") { IsDefault = true, Choices = ["line", "short", FullLength] },
    ])
    {
        CanBePrivate = true,
    };

    /// <summary>The invocation that shows every main point.</summary>
    public static CommandRequest CreateFullRequest(string place) => CommandRequest.Create(Name, place, (LengthOption, FullLength));

    public ValueTask<Reply> RunAsync(CommandRequest invocation, ServedArticle article, CancellationToken cancellationToken) => ValueTask.FromResult(new Reply
    {
        Title = "The article in brief",
        Blocks = [Block(article.Set.Summary, invocation.GetOption(LengthOption))],
        Source = article.SourceLine,
        Actions = IsFull(invocation) ? [] : [new ReplyAction("Every main point", CreateFullRequest(invocation.ConversationId))],
    });

    private static bool IsFull(CommandRequest invocation) => string.Equals(invocation.GetOption(LengthOption), FullLength, StringComparison.OrdinalIgnoreCase);

    private static Block Block(Summary summary, string? length) => length?.ToUpperInvariant() switch
    {
        "LINE" => new Block.Paragraph(summary.Line.Text),
        "FULL" => new Block.List([.. summary.Points.Select(p => new ListItem(p.Text))]),
        _ => new Block.Paragraph(string.Join(' ', summary.Short.Select(s => s.Text))),
    };
}
