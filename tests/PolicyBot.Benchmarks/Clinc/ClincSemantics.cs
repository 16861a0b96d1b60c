using System.Collections.Concurrent;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Benchmarks.Clinc;

/// <summary>Encodes texts once for all draws. Thread-safe.</summary>
internal sealed class ClincSemantics
{
    [ThreadStatic]
    private static EmbeddingBuffer? _current;

    private readonly SentenceEncoder _encoder;
    private readonly VectorStore _store;
    private readonly ConcurrentDictionary<string, sbyte[]> _vectors = new(StringComparer.Ordinal);

    /// <summary>Without a vector yet.</summary>
    public ClincSemantics(SentenceEncoder encoder) => (_encoder, _store) = (encoder, new VectorStore(encoder));

    /// <summary>The mean of the phrasings of each entry. Not for two threads at once.</summary>
    public sbyte[][] GetMeans(IReadOnlyList<IReadOnlyList<string>> phrasings) =>
        [.. phrasings.Select(p => _store.GetMean(p).ToArray())];

    /// <summary>The cosine of a text with each mean.</summary>
    public float[] Measure(string text, sbyte[][] means)
    {
        var vector = _vectors.GetOrAdd(text, Encode);
        var scale = ByteVector.InverseLength(vector);
        return [.. means.Select(m => ByteVector.Dot(vector, m) * scale * ByteVector.InverseLength(m))];
    }

    private sbyte[] Encode(string text)
    {
        _current ??= new EmbeddingBuffer();
        _encoder.Encode(text, _current);
        var vector = new sbyte[SentenceEncoder.Dimensions];
        ByteVector.Round(_current.Sentence, vector);
        return vector;
    }
}
