using System.Globalization;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Quotes;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/quotes [by] [about] [page]</c>: all matching quotes, page by page.</summary>
internal sealed class QuotesCommand : ICommand
{
    public const string Name = "quotes";
    public const string PageOption = "page";
    public const string AllPages = "all";

    private const int PageSize = 5;

    public CommandDefinition Definition { get; } = new(Name, "Show all matching quotes, page by page.", [
        .. QuoteOptions.Search,
        new CommandOption(PageOption, "The page number, or “all”."),
        ArticleOption.Definition,
    ])
    {
        CanBePrivate = true,
    };

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        var (by, about) = (request.GetOption(QuoteCommand.ByOption), request.GetOption(QuoteCommand.AboutOption));
        var found = article.Quotes.Find(by, about);
        if (by is null && about is null) found = QuoteIndex.PreferLong(found);
        return ValueTask.FromResult(found.Count == 0
            ? NoQuoteReply.Create(article, by, about, request.ConversationId)
            : CreatePage(found, request, article));
    }

    public ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken) =>
        ValueTask.FromResult(QuoteOptions.Autocomplete(optionName, context, max));

    private static Reply CreatePage(IReadOnlyList<Quote> found, CommandRequest request, ServedArticle article)
    {
        var pages = (found.Count + PageSize - 1) / PageSize;
        var wanted = request.GetOption(PageOption) ?? "1";
        if (pages == 1 || string.Equals(wanted, AllPages, StringComparison.OrdinalIgnoreCase))
            return Show(found, article);
        if (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            || page < 1
            || page > pages)
            return Reply.Private(
                $"There is no page {TextTruncator.Quote(wanted)}. Choose one from 1 to {pages}, or “{AllPages}”.");
        var reply = Show([.. found.Skip((page - 1) * PageSize).Take(PageSize)], article);
        return reply with
        {
            Blocks = [.. reply.Blocks, new Block.Note($"Page {page} of {pages}, {found.Count} quotes in total")],
            Actions =
            [
                .. Pagination.CreateActions(
                    page,
                    pages,
                    p => request.With(PageOption, p.ToString(CultureInfo.InvariantCulture)),
                    (p, effect) => $"/{Name} … {PageOption}: {p} {effect}."),
            ],
        };
    }

    private static Reply Show(IReadOnlyList<Quote> quotes, ServedArticle article) => new()
    {
        Title = "What the article quotes",
        Blocks = [.. quotes.Select(q => article.Quote(q.Passage, q.Speaker))],
        Source = article.SourceLine,
    };
}
