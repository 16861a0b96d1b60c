namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// The vectors of a question: those of an <see cref="EmbeddingBuffer"/>, which don't change. Thread-safe.
/// </summary>
internal sealed class EncodedQuestion(EmbeddingBuffer buffer)
{
    private readonly float[] _sentence = buffer.Sentence.ToArray();
    private readonly float[] _words = buffer.Words.ToArray();

    /// <inheritdoc cref="EmbeddingBuffer.Sentence"/>
    public ReadOnlySpan<float> Sentence => _sentence;

    /// <inheritdoc cref="EmbeddingBuffer.WordCount"/>
    public int WordCount => _words.Length / SentenceEncoder.Dimensions;

    /// <inheritdoc cref="EmbeddingBuffer.GetWord"/>
    public ReadOnlySpan<float> GetWord(int index) =>
        _words.AsSpan(index * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions);
}
