using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Quoting;

/// <summary><c>/quote [by] [about] [random]</c>.</summary>
internal sealed class QuoteCommand(Random random) : ICommand
{
    public const string Name = "quote";

    // Discord lets a message have ten embeds.
    private const int MaxShown = 10;

    private readonly Lock randomLock = new();

    public CommandDefinition Definition { get; } = new(Name, "Show words that the article quotes.", [
        new CommandOption("by", "Who says them: a name or a part of it."),
        new CommandOption("about", "Words that stand in the quote or in its topics.") { TakesBareWords = true },
        new CommandOption("random", "Only one, picked at random.") { Kind = OptionKind.Flag },
    ]);

    public ValueTask<Reply> RunAsync(Invocation invocation, ServedArticle article, CancellationToken cancellationToken)
    {
        var (by, about) = (invocation.Option("by"), invocation.Option("about"));
        var found = QuoteFinder.Find(article.Set, by, about);
        if (found.Count == 0) return ValueTask.FromResult(NoQuoteReply.Of(article.Set, by, about, invocation.Place));
        return ValueTask.FromResult(Found(invocation.Flag("random") ? [Pick(found)] : found, article));
    }

    private static Reply Found(IReadOnlyList<Quote> quotes, ServedArticle article)
    {
        List<Block> blocks = [.. quotes.Take(MaxShown).Select(q => new Block.Quotation(q.Passage.Text, q.Speaker))];
        if (quotes.Count > MaxShown) blocks.Add(new Block.Note($"{quotes.Count - MaxShown} more fit. Say whose words you want, or about what, to see fewer."));
        return new Reply { Blocks = blocks, Source = article.SourceLine };
    }

    // Random is not safe for many threads.
    private Quote Pick(IReadOnlyList<Quote> quotes)
    {
        lock (randomLock) return quotes[random.Next(quotes.Count)];
    }
}
