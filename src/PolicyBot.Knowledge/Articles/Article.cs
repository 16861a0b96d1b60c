namespace PolicyBot.Knowledge.Articles;

/// <summary>A published article: its front matter and its verbatim body.</summary>
public sealed class Article
{
    /// <summary>Splits an article's body into paragraphs and sentences.</summary>
    /// <param name="title">The headline; not empty.</param>
    /// <param name="author">The author, or null if not stated.</param>
    /// <param name="publication">The publication, or null if not stated.</param>
    /// <param name="date">The date as the article writes it, or null if not stated.</param>
    /// <param name="body">The text: paragraphs separated by a blank line, with line feeds only, trimmed.</param>
    public Article(string title, string? author, string? publication, string? date, string body)
    {
        (Title, Author, Publication, Date, Body) = (title, author, publication, date, body);
        Paragraphs = SentenceSplitter.SplitParagraphs(body);
        Sentences = SentenceSplitter.SplitSentences(Paragraphs);
    }

    /// <summary>The headline.</summary>
    public string Title { get; }

    /// <summary>The author, or null if not stated.</summary>
    public string? Author { get; }

    /// <summary>The publication, or null if not stated.</summary>
    public string? Publication { get; }

    /// <summary>The date as the article writes it, or null if not stated.</summary>
    public string? Date { get; }

    /// <summary>
    /// The http or https address where it was published, percent-encoded, or null if not stated.
    /// </summary>
    public string? Url { get; init; }

    /// <summary>What the publication corrected last, or null.</summary>
    public Correction? Correction { get; init; }

    /// <summary>The whole text, headline first, paragraphs separated by a blank line.</summary>
    public string Body { get; }

    /// <summary>The headline and the paragraphs, in order.</summary>
    public IReadOnlyList<Passage> Paragraphs { get; }

    /// <summary>The sentences, in order; a headline is one.</summary>
    public IReadOnlyList<Passage> Sentences { get; }

    /// <summary>Finds the first verbatim occurrence of <paramref name="quote"/>, or null.</summary>
    public Passage? Find(string quote)
    {
        var at = quote.Length == 0 ? -1 : Body.IndexOf(quote, StringComparison.Ordinal);
        return at < 0 ? null : new Passage(quote, new TextSpan(at, at + quote.Length));
    }
}
