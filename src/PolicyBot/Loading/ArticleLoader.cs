using PolicyBot.Chat.Articles;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Settings;

namespace PolicyBot.Loading;

/// <summary>Reads articles and trains what answers from them, all with the same settings.</summary>
/// <param name="options">The settings.</param>
/// <param name="surroundings">Where articles are.</param>
/// <param name="encoder">The sentence encoder, or null to match by words only.</param>
/// <param name="queue">Where the program's questions are answered.</param>
internal sealed class ArticleLoader(BotOptions options, AppPaths surroundings, SentenceEncoderFile? encoder, AnswerQueue queue)
{
    private readonly ArticleVectors? _vectors =
        encoder is null ? null : new ArticleVectors(encoder, options.Storage.GetDataFolder());

    /// <summary>Where the program's questions are answered.</summary>
    public AnswerQueue Queue => queue;

    /// <summary>The same, which looks for articles elsewhere.</summary>
    public ArticleLoader In(AppPaths other) => new(options, other, encoder, queue);

    /// <summary>Reads an article.</summary>
    /// <param name="article">The name of a folder in <c>config/articles</c>, or the path of one.</param>
    public ReadResult Read(string article) => ArticleFolder.Read(article, surroundings);

    /// <summary>
    /// Trains an answerer, with the thresholds of the settings. Where only one threshold is set, the other is the
    /// set's own, or what the answerer
    /// works out when the set has none; offering cannot begin above answering. The answerer is not prepared.
    /// </summary>
    /// <param name="article">What the set was read from.</param>
    /// <param name="set">The set.</param>
    /// <param name="warn">Told, in a sentence, of cached vectors that can't be used or written.</param>
    public Answerer Train(string article, KnowledgeSet set, Action<string> warn)
    {
        var matching = options.Matching;
        var vectors = _vectors?.Open(ArticleFolder.Locate(article, surroundings), set.Name, warn);
        if (matching is { AnswerThreshold: { } answerFrom, OfferThreshold: { } offerFrom })
            return Answerer.CreateUnprepared(set, new Thresholds(answerFrom, offerFrom), vectors);
        var answerer = Answerer.CreateUnprepared(set, null, vectors);
        if (matching is { AnswerThreshold: null, OfferThreshold: null }) return answerer;
        var answer = matching.AnswerThreshold ?? answerer.Thresholds.Answer;
        return answerer.With(new Thresholds(answer, Math.Min(matching.OfferThreshold ?? answerer.Thresholds.Offer, answer)));
    }
}
