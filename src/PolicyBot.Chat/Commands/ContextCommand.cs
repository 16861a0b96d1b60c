using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>Where choices lead that show the evidence of an answer, or a quote, as it stands in the article.</summary>
internal sealed class ContextCommand : ICommand
{
    private const string Name = "context";
    private const string EntryOption = "entry";
    private const string QuoteOption = "quote";
    private const string Label = "In context";

    public CommandDefinition Definition { get; } = new(Name, "Show words of the article where they stand in it.", []) { IsListed = false };

    public static ReplyAction CreateAction(QuestionEntry entry, string place) => new(Label, CommandRequest.Create(Name, place, (EntryOption, entry.Id)));

    public static ReplyAction CreateAction(Quote quote, string place) => ChoiceOfQuote(quote.Id, place);

    /// <summary>The same, of a quote’s id.</summary>
    public static ReplyAction ChoiceOfQuote(string quote, string place) => new(Label, CommandRequest.Create(Name, place, (QuoteOption, quote)));

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        return ValueTask.FromResult(Passages(request, article.Set) is { } passages
            ? new Reply { Title = "In the article’s own words", Blocks = [.. ExcerptBuilder.Of(article.Set.Article, passages)], Source = article.SourceLine }
            : Reply.Private("What was shown there is no longer among what I know. Please ask again."));
    }

    private static IReadOnlyList<Passage>? Passages(CommandRequest request, KnowledgeSet set)
    {
        if (request.GetOption(EntryOption) is { } entry) return set.Questions.FirstOrDefault(q => q.Id == entry)?.Evidence;
        return set.Quotes.FirstOrDefault(q => q.Id == request.GetOption(QuoteOption)) is { } quote ? [quote.Passage] : null;
    }
}
