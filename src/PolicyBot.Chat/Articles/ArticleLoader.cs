using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Chat.Articles;

/// <summary>Reads articles and trains their answerers, all with the same settings.</summary>
/// <param name="folder">Where articles are.</param>
/// <param name="matching">How sure the bot must be.</param>
/// <param name="encoder">The sentence encoder, or null to match by words only.</param>
/// <param name="dataFolder">Where vectors are cached; it need not exist.</param>
/// <param name="queue">Where the program's questions are answered.</param>
public sealed class ArticleLoader(
    ArticlesFolder folder, MatchingOptions matching, SentenceEncoderFile? encoder, string dataFolder, AnswerQueue queue)
{
    private readonly ArticleVectors? _vectors = encoder is null ? null : new ArticleVectors(encoder, dataFolder);

    /// <summary>Where the program's questions are answered.</summary>
    public AnswerQueue Queue => queue;

    /// <summary>The sentence encoder, or null if questions are matched by words only.</summary>
    public SentenceEncoderFile? Encoder => encoder;

    /// <summary>Creates a loader for another folder.</summary>
    public ArticleLoader WithFolder(ArticlesFolder other) => new(other, matching, encoder, dataFolder, queue);

    /// <summary>Returns the full path of an article's folder, which need not exist.</summary>
    /// <param name="article">The name of an article in the folder, or the path of another folder.</param>
    public string Locate(string article) => folder.Locate(article);

    /// <summary>Reads an article.</summary>
    /// <param name="article">The name of an article in the folder, or the path of another folder.</param>
    /// <param name="marked">What happens to the parts of its set that are marked with <c>review:</c>.</param>
    public ReadResult Read(string article, MarkedEntryHandling marked = MarkedEntryHandling.Withheld) =>
        folder.Read(article, marked);

    /// <summary>
    /// Trains an answerer with the thresholds of the settings. If only one threshold is set, the other is the set's own
    /// or the default; the closest question's is never above the answer's. The answerer is not prepared.
    /// </summary>
    /// <param name="article">What the set was read from.</param>
    /// <param name="set">The set.</param>
    /// <param name="warn">Called with a sentence about cached vectors that can't be used or written.</param>
    public Answerer Train(string article, KnowledgeSet set, Action<string> warn)
    {
        var vectors = _vectors?.Open(folder.Locate(article), set.Name, warn);
        if (matching is { AnswerThreshold: { } answerFrom, OfferThreshold: { } offerFrom })
            return Answerer.CreateUnprepared(set, new Thresholds(answerFrom, offerFrom), vectors);
        var answerer = Answerer.CreateUnprepared(set, null, vectors);
        if (matching is { AnswerThreshold: null, OfferThreshold: null }) return answerer;
        var answer = matching.AnswerThreshold ?? answerer.Thresholds.Answer;
        return answerer.WithThresholds(
            new Thresholds(answer, Math.Min(matching.OfferThreshold ?? answerer.Thresholds.Offer, answer)));
    }
}
