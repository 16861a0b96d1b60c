using PolicyBot.Knowledge.Encoding;

namespace PolicyBot.Knowledge.Matching.Semantic;

/// <summary>
/// Compares a question with entries and sentences by meaning: with the mean of an entry's phrasings by the cosine of
/// sentence vectors, with a sentence of the article by the mean similarity of each question word to its best matching
/// word (MaxSim, as in ColBERT, Khattab and Zaharia, 2020). Thread-safe if each thread has its own
/// <see cref="SemanticScores"/>.
/// </summary>
internal sealed class SemanticIndex
{
    private const int Width = SentenceEncoder.Dimensions;

    // With less, entries without evidence are missed; with more, they come before others. Chosen on the articles in
    // tests/articles, with the evidence of a fifth of their entries removed.
    private const float NeutralShare = 0.75f;

    private readonly Lazy<SentenceEncoder> _encoder;
    private readonly sbyte[] _means;
    private readonly float[] _meanScales;
    private readonly sbyte[][] _sentences;
    private readonly float[][] _wordScales;
    private readonly int[][] _evidence;

    private SemanticIndex(
        Lazy<SentenceEncoder> encoder,
        sbyte[] means,
        float[] meanScales,
        sbyte[][] sentences,
        float[][] wordScales,
        int[][] evidence) =>
        (_encoder, _means, _meanScales, _sentences, _wordScales, _evidence) =
            (encoder, means, meanScales, sentences, wordScales, evidence);

    /// <summary>Builds an index; missing vectors are computed, about five milliseconds per phrasing.</summary>
    /// <param name="entries">The entries, by number.</param>
    /// <param name="sentences">The article's sentences.</param>
    /// <param name="store">The vectors.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public static SemanticIndex Create(
        IReadOnlyList<SemanticEntry> entries,
        IReadOnlyList<string> sentences,
        VectorStore store,
        CancellationToken cancellationToken)
    {
        store.EncodePhrasings([.. entries.Select(e => e.Phrasings)], cancellationToken);
        var means = new sbyte[entries.Count * Width];
        var meanScales = new float[entries.Count];
        for (var entry = 0; entry < entries.Count; entry++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            store.GetMean(entries[entry].Phrasings).CopyTo(means.AsSpan(entry * Width));
            meanScales[entry] = ByteVector.InverseLength(means.AsSpan(entry * Width, Width));
        }

        var words = new sbyte[sentences.Count][];
        for (var sentence = 0; sentence < words.Length; sentence++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            words[sentence] = store.GetWords(sentences[sentence]);
        }

        if (store.IsChanged) store.OnEncoded?.Invoke(store);
        return new SemanticIndex(
            store.Encoder,
            means,
            meanScales,
            words,
            [.. words.Select(GetScales)],
            [.. entries.Select(e => e.Evidence)]);
    }

    /// <summary>Encodes a question, unless that was done just now, and measures every entry and sentence.</summary>
    public void Measure(string question, SemanticScores scores)
    {
        var text = _encoder.Value.EncodeQuestion(question);
        scores.Reset(_meanScales.Length, _sentences.Length, text.WordCount);
        ByteVector.Round(text.Sentence, scores.Question);
        var questionScale = ByteVector.InverseLength(scores.Question);
        for (var entry = 0; entry < _meanScales.Length; entry++)
        {
            var product = ByteVector.Dot(scores.Question, _means.AsSpan(entry * Width, Width));
            scores.Means[entry] = product * questionScale * _meanScales[entry];
        }

        for (var word = 0; word < text.WordCount; word++)
        {
            ByteVector.Round(text.GetWord(word), scores.Question);
            var wordScale = ByteVector.InverseLength(scores.Question) / text.WordCount;
            for (var sentence = 0; sentence < _sentences.Length; sentence++)
                scores.Sentences[sentence] += FindBestFit(scores.Question, sentence) * wordScale;
        }

        for (var entry = 0; entry < _evidence.Length; entry++)
        {
            scores.Evidence[entry] = _evidence[entry].Length == 0 ? float.NegativeInfinity : 0;
            foreach (var sentence in _evidence[entry])
                scores.Evidence[entry] = MathF.Max(scores.Evidence[entry], scores.Sentences[sentence]);
        }

        scores.NeutralEvidence = GetNeutralEvidence(scores);
    }

    private static float GetNeutralEvidence(SemanticScores scores)
    {
        var (count, sum, best) = (0, 0f, 0f);
        foreach (var value in scores.Evidence)
        {
            if (!float.IsFinite(value)) continue;
            count++;
            sum += value;
            best = MathF.Max(best, value);
        }

        return count == 0 ? 0 : float.Lerp(sum / count, best, NeutralShare);
    }

    private static float[] GetScales(sbyte[] words)
    {
        var scales = new float[words.Length / Width];
        for (var word = 0; word < scales.Length; word++)
            scales[word] = ByteVector.InverseLength(words.AsSpan(word * Width, Width));
        return scales;
    }

    private float FindBestFit(ReadOnlySpan<sbyte> word, int sentence)
    {
        var best = 0f;
        var words = _sentences[sentence].AsSpan();
        var scales = _wordScales[sentence];
        for (var other = 0; other < scales.Length; other++)
            best = MathF.Max(best, ByteVector.Dot(word, words.Slice(other * Width, Width)) * scales[other]);
        return best;
    }
}
