namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// The vectors of one text, and the buffers to compute them. Reusable: each <see cref="SentenceEncoder.Encode"/>
/// overwrites the vectors, and allocates only for a text longer than any before. Not thread-safe.
/// </summary>
public sealed class EmbeddingBuffer
{
    private readonly float[] _sentence = new float[SentenceEncoder.Dimensions];
    private float[] _words = [];

    /// <summary>
    /// The text's vector: <see cref="SentenceEncoder.Dimensions"/> numbers, of unit length; zero before the first use.
    /// </summary>
    public ReadOnlySpan<float> Sentence => _sentence;

    /// <summary>The number of words in the text, without punctuation.</summary>
    public int WordCount { get; private set; }

    /// <summary>
    /// The words' vectors, row by row: <see cref="WordCount"/> × <see cref="SentenceEncoder.Dimensions"/>.
    /// </summary>
    public ReadOnlySpan<float> Words => _words.AsSpan(0, WordCount * SentenceEncoder.Dimensions);

    /// <summary>The word pieces of the text.</summary>
    internal PieceList Pieces { get; } = new();

    /// <summary>The buffers between the layers.</summary>
    internal EncoderBuffers Buffers { get; } = new();

    /// <summary>
    /// Gets the vector of a word in its context: <see cref="SentenceEncoder.Dimensions"/> numbers, of unit length.
    /// </summary>
    /// <param name="index">From 0 to <see cref="WordCount"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The text has no such word.</exception>
    public ReadOnlySpan<float> GetWord(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, WordCount);

        return _words.AsSpan(index * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions);
    }

    /// <summary>Computes the vectors from those of the last layer, one row per piece.</summary>
    internal void Set(ReadOnlySpan<float> rows, EncoderKernels kernels)
    {
        const int Width = SentenceEncoder.Dimensions;
        Array.Clear(_sentence);
        for (var start = 0; start < rows.Length; start += Width) kernels.Add(_sentence, rows.Slice(start, Width));
        kernels.ScaleToUnitLength(_sentence);

        WordCount = Pieces.WordCount;
        if (_words.Length < WordCount * Width) _words = new float[WordCount * Width];
        Array.Clear(_words, 0, WordCount * Width);
        for (var piece = 0; piece < Pieces.Count; piece++)
        {
            var word = Pieces.GetWordIndex(piece);
            if (word == PieceList.NoWord) continue;
            kernels.Add(_words.AsSpan(word * Width, Width), rows.Slice(piece * Width, Width));
        }

        for (var word = 0; word < WordCount; word++) kernels.ScaleToUnitLength(_words.AsSpan(word * Width, Width));
    }
}
