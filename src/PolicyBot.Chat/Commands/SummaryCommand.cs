using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/summary [length]</c>: one line, a few sentences (the default), or every main point.</summary>
internal sealed class SummaryCommand : ICommand
{
    public const string Name = "summary";

    private const string LengthOption = "length";
    private const string FullLength = "full";

    public CommandDefinition Definition { get; } = new(Name, "Summarize the article.", [
        new CommandOption(LengthOption, "One line, a few sentences, or every main point.")
        {
            IsDefault = true,
            Choices = ["line", "short", FullLength]
        },
        ArticleOption.Definition,
    ])
    {
        CanBePrivate = true,
    };

    /// <summary>Creates the request that shows every main point.</summary>
    public static CommandRequest CreateFullRequest(string place) =>
        CommandRequest.Create(Name, place, (LengthOption, FullLength));

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        return ValueTask.FromResult(new Reply
        {
            Title = "The article in brief",
            Blocks = [CreateBlock(article.Set.Summary, request.GetOption(LengthOption))],
            Source = article.SourceLine,
            Actions = IsFull(request)
                ? []
                : [new ReplyAction("Every main point", CreateFullRequest(request.ConversationId))],
        });
    }

    private static bool IsFull(CommandRequest request) =>
        string.Equals(request.GetOption(LengthOption), FullLength, StringComparison.OrdinalIgnoreCase);

    private static Block CreateBlock(Summary summary, string? length) => length?.ToUpperInvariant() switch
    {
        "LINE" => new Block.Paragraph(summary.Line.Text),
        "FULL" => new Block.List([.. summary.Points.Select(p => new ListItem(p.Text))]),
        _ => new Block.Paragraph(string.Join(' ', summary.Short.Select(s => s.Text))),
    };
}
