using System.Globalization;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Quotes;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// <c>/quote [by] [about] [random] [card]</c>: one quote at a time. Choices come back with options that no platform shows: the id of a quote, or the
/// number of one among those that fit, or the id of one that has just been seen.
/// </summary>
internal sealed class QuoteCommand(Random random, IQuoteCards cards) : ICommand
{
    public const string Name = "quote";
    public const string ByOption = "by";
    public const string AboutOption = "about";

    private const string RandomOption = "random";
    private const string CardOption = "card";
    private const string IdOption = "id";
    private const string NumberOption = "number";
    private const string SeenOption = "seen";

    private readonly Lock _randomLock = new();

    public CommandDefinition Definition { get; } = new(Name, "Show words that the article quotes.", [
        .. QuoteOptions.Search,
        new CommandOption(RandomOption, "Any of those that fit.") { Kind = OptionKind.Flag },
        new CommandOption(CardOption, "As a picture, to share elsewhere.") { Kind = OptionKind.Flag },
    ])
    {
        CanBePrivate = true,
    };

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Run(context.Request, context.Article));

    public ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken) =>
        ValueTask.FromResult(QuoteOptions.Autocomplete(optionName, context, max));

    private Reply Run(CommandRequest request, ServedArticle article)
    {
        var (by, about) = (request.GetOption(ByOption), request.GetOption(AboutOption));
        var found = QuoteFinder.Find(article.Set, by, about);
        if (request.GetOption(IdOption) is { } id)
        {
            return article.Set.Quotes.FirstOrDefault(q => q.Id == id) is { } quote
                ? Show(quote, found, request, article)
                : Reply.Private("That quote is no longer among those that I know. /quotes shows them all.");
        }

        if (found.Count == 0) return NoQuoteReply.Of(article.Set, by, about, request.ConversationId);
        if (request.HasFlag(RandomOption) || (by is null && about is null && request.GetOption(NumberOption) is null))
        {
            var picked = Pick(Telling(found), request.GetOption(SeenOption));
            return Show(picked, found, request.Without(SeenOption).With(RandomOption, "true").With(IdOption, picked.Id), article);
        }

        var number = Math.Clamp(Number(request) ?? 1, 1, found.Count);
        return Show(found[number - 1], found, WithNumber(request, number), article);
    }

    // Shows a quote; "here" gives the very same reply again.
    private Reply Show(Quote quote, IReadOnlyList<Quote> found, CommandRequest here, ServedArticle article)
    {
        var isCard = here.HasFlag(CardOption);
        List<ReplyAction> actions = [ContextCommand.CreateAction(quote, here.ConversationId), Beside(isCard ? "As text" : "As a picture", InForm(here, !isCard, quote))];
        var number = Number(here);
        if (here.HasFlag(RandomOption) && Telling(found).Count > 1) actions.Insert(0, Beside("Another", here.Without(IdOption).With(SeenOption, quote.Id)) with { TextAlternative = $"/{Name} … {RandomOption}: True shows another." });
        else if (number is { } n) actions.InsertRange(0, Pagination.Actions(n, found.Count, other => WithNumber(here, other), (_, _) => $"/{QuotesCommand.Name} … shows all that fit."));
        var reply = new Reply { Actions = actions, Permalink = InForm(here, isCard, quote) };
        var words = new Block.Quote(quote.Passage.Text, quote.Speaker);
        if (isCard)
        {
            var card = Card(quote, article);
            return card.AltText.Length <= Picture.MaxAltText ? reply with { Picture = card } : reply with { Picture = card, Blocks = [words], Source = article.SourceLine };
        }

        return reply with
        {
            Blocks = [words, .. found.Count > 1 && number is not null ? [new Block.Note($"Quote {number} of {found.Count} that fit.")] : Array.Empty<Block>()],
            Source = article.SourceLine,
        };
    }

    private Picture Card(Quote quote, ServedArticle article) => new(
        $"quote-{quote.Id}.png",
        $"“{quote.Passage.Text}” – {quote.Speaker}. From {article.SourceLine}.",
        () => cards.Paint(new QuoteCard(quote.Passage.Text, quote.Speaker, $"From {article.SourceLine}")));

    // A search may be of any length; the quote itself is named by its id.
    private static CommandRequest InForm(CommandRequest here, bool isCard, Quote quote) =>
        AsCard(here, isCard) with { CompactForm = AsCard(CommandRequest.Create(Name, here.ConversationId, (IdOption, quote.Id)), isCard) };

    private static CommandRequest AsCard(CommandRequest request, bool isCard) => isCard ? request.With(CardOption, "true") : request.Without(CardOption);

    private static ReplyAction Beside(string label, CommandRequest request) => new(label, request) { KeepsHistory = true };

    private static int? Number(CommandRequest request) =>
        int.TryParse(request.GetOption(NumberOption), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static CommandRequest WithNumber(CommandRequest request, int number) => request.With(NumberOption, number.ToString(CultureInfo.InvariantCulture));

    // A single quoted word says nothing by itself: it comes up at random only where nothing else fits.
    private static IReadOnlyList<Quote> Telling(IReadOnlyList<Quote> quotes) =>
        quotes.Where(q => q.Passage.Text.Contains(' ', StringComparison.Ordinal)).ToList() is { Count: > 0 } some ? some : quotes;

    // Random is not safe for many threads.
    private Quote Pick(IReadOnlyList<Quote> quotes, string? seen)
    {
        var unseen = quotes.Where(q => q.Id != seen).ToList() is { Count: > 0 } some ? some : quotes;
        lock (_randomLock) return unseen[random.Next(unseen.Count)];
    }
}
