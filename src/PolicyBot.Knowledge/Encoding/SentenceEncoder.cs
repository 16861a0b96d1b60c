namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// A sentence encoder: texts of similar meaning get vectors of similar direction. It is all-MiniLM-L6-v2, quantized to
/// bytes, and computes the same bits on every machine. Thread-safe if each thread has its own
/// <see cref="EmbeddingBuffer"/>.
/// </summary>
public sealed class SentenceEncoder
{
    /// <summary>How many numbers a vector has.</summary>
    public const int Dimensions = 384;

    /// <summary>The maximum number of word pieces of a text.</summary>
    public const int MaxPieces = EncoderLayout.Positions;

    private const int HeadWidth = Dimensions / EncoderLayout.Heads;
    private const float ScoreScale = 0.17677669f; // 1 / √HeadWidth

    [ThreadStatic]
    private static EmbeddingBuffer? _buffer;

    private readonly RecentQuestions _recent;
    private readonly EncoderFile _file;
    private readonly WordPieceTokenizer _tokenizer;
    private readonly EncoderKernels _kernels;

    private SentenceEncoder(EncoderFile file, WordPieceTokenizer tokenizer, EncoderKernels kernels)
    {
        (_file, _tokenizer, _kernels) = (file, tokenizer, kernels);
        _recent = new RecentQuestions(EncodeAnew);
    }

    /// <summary>
    /// The hex SHA-256 of the file's content. Encoders with the same fingerprint compute the same bits.
    /// </summary>
    public string Fingerprint => _file.Fingerprint;

    /// <summary>
    /// Reads a file made by the model builder. The vectors of word pieces aren't kept, but read again for each text.
    /// </summary>
    /// <param name="length">The file's length in bytes.</param>
    /// <param name="read">Reads a part of the file, for as long as the encoder is used.</param>
    /// <exception cref="InvalidDataException">
    /// It is not such a file, has another version, or is damaged. The message says what to do.
    /// </exception>
    public static SentenceEncoder Load(long length, ReadBytes read) => Load(length, read, FastestKernels.Instance);

    /// <summary>Reads a file made by the model builder. The bytes are used later, too, and must not change.</summary>
    /// <param name="file">The whole file.</param>
    /// <inheritdoc cref="Load(long, ReadBytes)" path="/exception"/>
    public static SentenceEncoder Load(ReadOnlyMemory<byte> file) => Load(file, FastestKernels.Instance);

    /// <summary>Reads the fingerprint from the beginning of such a file, without checking the rest.</summary>
    /// <param name="header">At least the first <see cref="EncoderLayout.HeaderLength"/> bytes of the file.</param>
    /// <exception cref="InvalidDataException">
    /// It is not such a file, or has another version. The message says what to do.
    /// </exception>
    public static string ReadFingerprint(ReadOnlySpan<byte> header) => EncoderFile.ReadFingerprint(header);

    /// <summary>Encodes a text.</summary>
    /// <param name="text">Any text. Text beyond <paramref name="maxPieces"/> is ignored.</param>
    /// <param name="into">Receives the vectors.</param>
    /// <param name="maxPieces">
    /// The maximum number of word pieces, including the marks at both ends: 2 to <see cref="MaxPieces"/>. Time grows
    /// with it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxPieces"/> is out of its bounds.</exception>
    /// <exception cref="InvalidDataException">The file has been overwritten since it was loaded.</exception>
    public void Encode(ReadOnlySpan<char> text, EmbeddingBuffer into, int maxPieces = 32)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPieces, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxPieces, MaxPieces);

        _tokenizer.Tokenize(text, into.Pieces, maxPieces);
        var count = into.Pieces.Count;
        var buffers = into.Buffers;
        buffers.Reserve(count);
        Embed(into.Pieces, buffers.State);
        for (var i = 0; i < EncoderLayout.LayerCount; i++) Apply(_file.Layout.Layers[i], buffers, count);
        into.Set(buffers.State.AsSpan(0, count * Dimensions), _kernels);
    }

    /// <summary>Encodes a question, unless it is one of those that were encoded last.</summary>
    internal EncodedQuestion EncodeQuestion(string question) => _recent.Get(question);

    /// <summary>Like <see cref="Load(ReadOnlyMemory{byte})"/>, with given kernels.</summary>
    internal static SentenceEncoder Load(ReadOnlyMemory<byte> file, EncoderKernels kernels) => Load(
        file.Length, (offset, into) => file.Span.Slice(offset, into.Length).CopyTo(into), kernels);

    private static SentenceEncoder Load(long length, ReadBytes read, EncoderKernels kernels)
    {
        var file = EncoderFile.Read(length, read);
        var vocabulary = new WordPieceVocabulary(file.Vocabulary, file.Layout.PieceCount);
        return new SentenceEncoder(file, new WordPieceTokenizer(vocabulary), kernels);
    }

    private EncodedQuestion EncodeAnew(string question)
    {
        var buffer = _buffer ??= new EmbeddingBuffer();
        Encode(question, buffer);
        return new EncodedQuestion(buffer);
    }

    private void Embed(PieceList pieces, Span<float> state)
    {
        Span<sbyte> vector = stackalloc sbyte[Dimensions];
        var scales = _file.GetFloats(_file.Layout.PieceScales, _file.Layout.PieceCount);
        var positions = _file.GetFloats(_file.Layout.PositionVectors, MaxPieces * Dimensions);
        for (var i = 0; i < pieces.Count; i++)
        {
            var id = pieces.Ids[i];
            var position = positions.Slice(i * Dimensions, Dimensions);
            var row = state.Slice(i * Dimensions, Dimensions);
            _file.ReadPiece(id, vector);
            _kernels.Embed(vector, scales[id], position, row);
        }

        Normalize(_file.Layout.EmbeddingNorm, state[..(pieces.Count * Dimensions)]);
    }

    private void Apply(LayerLayout layer, EncoderBuffers buffers, int count)
    {
        var state = buffers.State.AsSpan(0, count * Dimensions);
        var narrow = buffers.Narrow.AsSpan(0, count * Dimensions);
        var wide = buffers.Wide.AsSpan(0, count * EncoderLayout.WideWidth);

        Multiply(layer.Attention, state, buffers.Attention, buffers);
        Attend(buffers, narrow, count);
        Multiply(layer.AttentionOutput, narrow, narrow, buffers);
        _kernels.Add(state, narrow);
        Normalize(layer.AttentionNorm, state);

        Multiply(layer.Expansion, state, wide, buffers);
        _kernels.ApplyGelu(wide);
        Multiply(layer.Contraction, wide, narrow, buffers);
        _kernels.Add(state, narrow);
        Normalize(layer.OutputNorm, state);
    }

    /// <summary>Multiplies rows by a matrix; the rows are read before the results are written.</summary>
    private void Multiply(MatrixLayout layout, ReadOnlySpan<float> rows, Span<float> results, EncoderBuffers buffers)
    {
        var count = rows.Length / layout.Inputs;
        var quantized = buffers.Quantized.AsSpan(0, rows.Length);
        for (var i = 0; i < count; i++)
        {
            var row = rows.Slice(i * layout.Inputs, layout.Inputs);
            buffers.Scales[i] = _kernels.Quantize(row, quantized.Slice(i * layout.Inputs, layout.Inputs));
        }

        _kernels.Multiply(_file.GetMatrix(layout), quantized, buffers.Scales.AsSpan(0, count), results);
    }

    /// <summary>
    /// For each piece and head, mixes the values of all pieces by how well their keys match the piece's query.
    /// </summary>
    private void Attend(EncoderBuffers buffers, Span<float> results, int count)
    {
        const int Stride = 3 * Dimensions;
        ReadOnlySpan<float> attention = buffers.Attention;
        var shares = buffers.Shares.AsSpan();
        results.Clear();
        for (var head = 0; head < EncoderLayout.Heads; head++)
        {
            var heads = attention[(head * HeadWidth)..];
            for (var i = 0; i < count; i++)
            {
                var query = heads.Slice(i * Stride, HeadWidth);
                for (var j = 0; j < count; j++)
                    shares[j] = _kernels.Dot(query, heads.Slice((j * Stride) + Dimensions, HeadWidth)) * ScoreScale;
                _kernels.ApplySoftmax(shares, count);
                var result = results.Slice((i * Dimensions) + (head * HeadWidth), HeadWidth);
                for (var j = 0; j < count; j++)
                    _kernels.AddScaled(result, heads.Slice((j * Stride) + (2 * Dimensions), HeadWidth), shares[j]);
            }
        }
    }

    private void Normalize(NormLayout layout, Span<float> rows)
    {
        var gain = _file.GetFloats(layout.Gain, Dimensions);
        var bias = _file.GetFloats(layout.Bias, Dimensions);
        for (var start = 0; start < rows.Length; start += Dimensions)
            _kernels.Normalize(rows.Slice(start, Dimensions), gain, bias);
    }
}
