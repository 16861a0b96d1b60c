namespace PolicyBot.Knowledge.Articles;

/// <summary>A published article: its front matter as far as the article gives it, and its body verbatim.</summary>
public sealed class Article
{
    /// <summary>Takes an article's body apart into paragraphs and sentences.</summary>
    /// <param name="title">The headline; not empty.</param>
    /// <param name="author">Who wrote it, or null where it does not say.</param>
    /// <param name="publication">Where it appeared, or null where it does not say.</param>
    /// <param name="date">When, in the article's own terms, or null where it does not say.</param>
    /// <param name="body">The text: paragraphs with a blank line between, line feeds only, no space at either end.</param>
    public Article(string title, string? author, string? publication, string? date, string body)
    {
        (Title, Author, Publication, Date, Body) = (title, author, publication, date, body);
        Paragraphs = SentenceSplitter.SplitParagraphs(body);
        Sentences = SentenceSplitter.SplitSentences(Paragraphs);
    }

    /// <summary>The headline.</summary>
    public string Title { get; }

    /// <summary>Who wrote it, where the article says.</summary>
    public string? Author { get; }

    /// <summary>Where it appeared, where the article says.</summary>
    public string? Publication { get; }

    /// <summary>When it appeared, where the article says, in its own terms.</summary>
    public string? Date { get; }

    /// <summary>The whole text, headline first, paragraphs with a blank line between.</summary>
    public string Body { get; }

    /// <summary>The headline and the paragraphs, in order.</summary>
    public IReadOnlyList<Passage> Paragraphs { get; }

    /// <summary>The sentences, in order; a headline is one.</summary>
    public IReadOnlyList<Passage> Sentences { get; }

    /// <summary>The first place where <paramref name="quote"/> stands to the letter, or null.</summary>
    public Passage? Find(string quote)
    {
        var at = quote.Length == 0 ? -1 : Body.IndexOf(quote, StringComparison.Ordinal);
        return at < 0 ? null : new Passage(quote, new TextSpan(at, at + quote.Length));
    }
}
