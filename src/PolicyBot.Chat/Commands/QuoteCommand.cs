using System.Globalization;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Quotes;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Quotes;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// <c>/quote [by] [about] [random] [card]</c>: one quote at a time. Buttons add options that platforms don't list: the
/// id of a quote, its number among the matching ones, or the id of the one just seen.
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

    public CommandDefinition Definition { get; } = new(Name, "Show a quote from the article.", [
        .. QuoteOptions.Search,
        new CommandOption(RandomOption, "Pick one of the matching quotes at random.") { Kind = OptionKind.Flag },
        new CommandOption(CardOption, "As a picture, to share elsewhere.") { Kind = OptionKind.Flag },
        ArticleOption.Definition,
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
        var found = article.Quotes.Find(by, about);
        if (request.GetOption(IdOption) is { } id)
        {
            return article.Set.FindQuote(id) is { } quote
                ? Show(quote, found, request, article)
                : Reply.Private("I no longer have that quote. /quotes shows all quotes.");
        }

        if (found.Count == 0) return NoQuoteReply.Create(article, by, about, request.ConversationId);
        if (request.HasFlag(RandomOption) || (by is null && about is null && request.GetOption(NumberOption) is null))
        {
            var picked = Pick(QuoteIndex.PreferLong(found), request.GetOption(SeenOption));
            var here = request.Without(SeenOption).With(RandomOption, "true").With(IdOption, picked.Id);
            return Show(picked, found, here, article);
        }

        var number = Math.Clamp(GetNumber(request) ?? 1, 1, found.Count);
        return Show(found[number - 1], found, WithNumber(request, number), article);
    }

    // "here" is the request that gives the same reply again.
    private Reply Show(Quote quote, IReadOnlyList<Quote> found, CommandRequest here, ServedArticle article)
    {
        var isCard = here.HasFlag(CardOption);
        var number = GetNumber(here);
        var reply = new Reply
        {
            Actions =
            [
                .. CreateNavigation(quote, found, here, number),
                ContextCommand.CreateAction(quote, here.ConversationId),
                CreateSibling(isCard ? "As text" : "As a picture", WithCard(here, !isCard, quote)),
            ],
            Permalink = WithCard(here, isCard, quote),
        };
        var words = article.Quote(quote.Passage, quote.Speaker);
        if (isCard)
        {
            var card = CreateCard(quote, article);
            return card.AltText.Length <= Picture.MaxAltText
                ? reply with { Picture = card }
                : reply with { Picture = card, Blocks = [words], Source = article.SourceLine };
        }

        List<Block> blocks = [words];
        if (found.Count > 1 && number is not null) blocks.Add(new Block.Note($"Quote {number} of {found.Count}"));
        return reply with { Blocks = blocks, Source = article.SourceLine };
    }

    private static IEnumerable<ReplyAction> CreateNavigation(
        Quote quote, IReadOnlyList<Quote> found, CommandRequest here, int? number)
    {
        if (here.HasFlag(RandomOption) && QuoteIndex.PreferLong(found).Count > 1)
        {
            var another = CreateSibling("Another", here.Without(IdOption).With(SeenOption, quote.Id));
            return [another with { TextAlternative = $"/{Name} … {RandomOption}: True shows another quote." }];
        }

        return number is { } current
            ? Pagination.CreateActions(
                current,
                found.Count,
                other => WithNumber(here, other),
                (_, _) => $"/{QuotesCommand.Name} … shows all matching quotes.")
            : [];
    }

    private Picture CreateCard(Quote quote, ServedArticle article) => new(
        $"quote-{quote.Id}.png",
        $"“{quote.Passage.Text}” – {quote.Speaker}. From {article.SourceLine.Text}.",
        () => cards.Paint(new QuoteCard(quote.Passage.Text, quote.Speaker, $"From {article.SourceLine.Text}")));

    // A search may be long; the compact form names the quote by its id.
    private static CommandRequest WithCard(CommandRequest here, bool isCard, Quote quote) => SetCard(here, isCard) with
    {
        CompactForm = SetCard(CommandRequest.Create(Name, here.ConversationId, (IdOption, quote.Id)), isCard),
    };

    private static CommandRequest SetCard(CommandRequest request, bool isCard) =>
        isCard ? request.With(CardOption, "true") : request.Without(CardOption);

    private static ReplyAction CreateSibling(string label, CommandRequest request) =>
        new(label, request) { KeepsHistory = true };

    private static int? GetNumber(CommandRequest request) =>
        int.TryParse(request.GetOption(NumberOption), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static CommandRequest WithNumber(CommandRequest request, int number) =>
        request.With(NumberOption, number.ToString(CultureInfo.InvariantCulture));

    private Quote Pick(IReadOnlyList<Quote> quotes, string? seen)
    {
        var unseen = quotes.Where(q => q.Id != seen).ToList() is { Count: > 0 } some ? some : quotes;
        // Random is not thread-safe.
        lock (_randomLock) return unseen[random.Next(unseen.Count)];
    }
}
