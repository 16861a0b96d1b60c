using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>Shows the evidence of an answer, or a quote, in its paragraph of the article. Buttons lead here.</summary>
internal sealed class ContextCommand : ICommand
{
    private const string Name = "context";
    private const string EntryOption = "entry";
    private const string QuoteOption = "quote";
    private const string Label = "In context";

    public CommandDefinition Definition { get; } = new(Name, "Show a passage in its context.", []) { IsListed = false };

    public static ReplyAction CreateAction(QuestionEntry entry, string conversationId) =>
        new(Label, CommandRequest.Create(Name, conversationId, (EntryOption, entry.Id)));

    public static ReplyAction CreateAction(Quote quote, string conversationId) =>
        CreateQuoteAction(quote.Id, conversationId);

    /// <summary>Creates the action that shows a quote in context, by the quote's id.</summary>
    public static ReplyAction CreateQuoteAction(string quote, string conversationId) =>
        new(Label, CommandRequest.Create(Name, conversationId, (QuoteOption, quote)));

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        return ValueTask.FromResult(FindPassages(request, article.Set) is { } passages
            ? new Reply
            {
                Title = "In the article's own words",
                Blocks =
                [
                    .. ExcerptBuilder.Create(article.Set.Article, passages),
                    .. article.Set.Article.Correction is { } correction
                        ? [new Block.Note(CorrectionTexts.Describe(correction))]
                        : Array.Empty<Block>(),
                ],
                Source = article.SourceLine with { Url = article.GetPassageUrl([.. passages]) },
            }
            : Reply.Private("I no longer have that passage. Please ask again."));
    }

    private static IReadOnlyList<Passage>? FindPassages(CommandRequest request, KnowledgeSet set)
    {
        if (request.GetOption(EntryOption) is { } entry)
            return set.FindQuestion(entry) is { Source: null } question ? question.Evidence : null;
        return set.FindQuote(request.GetOption(QuoteOption)) is { } quote ? [quote.Passage] : null;
    }
}
