using System.Security.Cryptography;
using System.Text;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Links;
using PolicyBot.Knowledge.Quotes;
using PolicyBot.Knowledge.Verification;

namespace PolicyBot.Chat.Articles;

/// <summary>
/// An article that is being served. Unchanging: a changed set is served by a new one. Thread-safe.
/// </summary>
public sealed class ServedArticle
{
    private const int KeyLength = 6;

    private readonly Func<string, CancellationToken, ValueTask<Answer>> _ask;
    private readonly Func<string, Answer.Answered?> _answerSurely;
    private readonly Lazy<QuotationVerifier> _verifier;

    /// <summary>An article.</summary>
    /// <param name="set">The curated set.</param>
    /// <param name="ask">Answers a question from it; must be safe for many threads.</param>
    /// <param name="answerSurely">
    /// Answers a question in microseconds if its words are enough to be sure; null if they never are.
    /// </param>
    public ServedArticle(
        KnowledgeSet set,
        Func<string, CancellationToken, ValueTask<Answer>> ask,
        Func<string, Answer.Answered?>? answerSurely = null)
    {
        (Set, _ask, _answerSurely) = (set, ask, answerSurely ?? (static _ => null));
        Key = CreateKey(set.Name);
        var name = set.Article.Author is { } author
            ? $"“{set.Article.Title}”, by {author}"
            : $"“{set.Article.Title}”";
        if (set.Article.Correction is { } correction) name += $". Corrected {CorrectionTexts.FormatDate(correction)}";
        Links = new ArticleLinks(set.Article);
        SourceLine = new SourceLine(name, Links.Url);
        (Questions, Quotes) = (new QuestionCompleter(set), new QuoteIndex(set));
        QuoteSearches = new QuoteCompleter(set, Quotes);
        _verifier = new Lazy<QuotationVerifier>(() => new QuotationVerifier(set));
    }

    private ServedArticle(ServedArticle other, Answerer answerer, AnswerQueue queue)
    {
        (Set, Key, Links, SourceLine) = (other.Set, other.Key, other.Links, other.SourceLine);
        (Questions, Quotes, QuoteSearches) = (other.Questions, other.Quotes, other.QuoteSearches);
        (_verifier, Thresholds) = (other._verifier, answerer.Thresholds);
        _ask = (question, cancellationToken) => queue.AskAsync(answerer, question, cancellationToken);
        _answerSurely = answerer.TryAnswerSurely;
    }

    /// <summary>The curated set.</summary>
    public KnowledgeSet Set { get; }

    /// <summary>
    /// A short key that stays the same as long as the article's name does: lower-case letters and digits.
    /// </summary>
    public string Key { get; }

    /// <summary>Links to its passages where it was published.</summary>
    public ArticleLinks Links { get; }

    /// <summary>How replies name where their words come from: the title and the author, with the address.</summary>
    public SourceLine SourceLine { get; }

    /// <summary>How sure it must be of an answer; null where that is not known.</summary>
    public Thresholds? Thresholds { get; init; }

    /// <summary>Completes questions that are being typed.</summary>
    public QuestionCompleter Questions { get; }

    /// <summary>Finds its quotes.</summary>
    public QuoteIndex Quotes { get; }

    /// <summary>Completes searches for quotes that are being typed.</summary>
    public QuoteCompleter QuoteSearches { get; }

    /// <summary>Compares quotations with the article.</summary>
    public QuotationVerifier Verifier => _verifier.Value;

    /// <summary>Creates the <see cref="Key"/> of the article with a name.</summary>
    public static string CreateKey(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..KeyLength];

    /// <summary>The same article with another answerer, which a queue asks: its thresholds apply.</summary>
    public ServedArticle WithAnswerer(Answerer other, AnswerQueue queue) => new(this, other, queue);

    /// <summary>
    /// Answers a question in microseconds if its words are enough to be sure; otherwise returns null.
    /// </summary>
    /// <param name="question">The question.</param>
    public Answer.Answered? TryAnswerSurely(string question) => _answerSurely(question);

    /// <summary>Creates a quotation with a link to its passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="speaker">The speaker, or null.</param>
    public Block.Quote Quote(Passage passage, string? speaker) =>
        new(passage.Text, speaker) { Url = GetPassageUrl(passage) };

    /// <summary>Creates the link to a passage; null if the article's address isn't known.</summary>
    /// <param name="passages">The passages.</param>
    public string? GetPassageUrl(params ReadOnlySpan<Passage> passages)
    {
        Span<TextSpan> spans = new TextSpan[passages.Length];
        for (var i = 0; i < spans.Length; i++) spans[i] = passages[i].Span;
        return Links.GetUrl(spans);
    }

    /// <summary>Answers a question, whatever its text.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public ValueTask<Answer> AskAsync(string question, CancellationToken cancellationToken) =>
        _ask(question, cancellationToken);
}
