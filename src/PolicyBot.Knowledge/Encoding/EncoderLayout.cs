using System.Security.Cryptography;

namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// The layout of the sentence encoder's file: a header, then sections that each start at a multiple of
/// <see cref="Alignment"/>. Numbers are little-endian. The model builder writes this layout, and
/// <see cref="SentenceEncoder"/> reads it.
/// </summary>
/// <remarks>
/// A word piece's vector is <see cref="Width"/> signed bytes times a scale. A matrix is stored in blocks of
/// <see cref="BlockRows"/> outputs; a block holds, for each pair of neighboring inputs, the two weights of output 0,
/// the two of output 1, and so on, so that a vector register multiplies one pair of inputs for many outputs at once.
/// </remarks>
public sealed class EncoderLayout
{
    /// <summary>
    /// The version of this layout and of the encoder's arithmetic. Raise it when either changes: it is part of the
    /// fingerprint, so that vectors cached by another version are not used.
    /// </summary>
    public const int Version = 2;

    /// <summary>How many numbers a vector between the layers has.</summary>
    public const int Width = SentenceEncoder.Dimensions;

    /// <summary>How many numbers the wide vector inside a layer has.</summary>
    public const int WideWidth = 4 * Width;

    /// <summary>Transformer layers.</summary>
    public const int LayerCount = 6;

    /// <summary>Attention heads per layer, <see cref="Width"/> / <see cref="Heads"/> numbers each.</summary>
    public const int Heads = 12;

    /// <summary>Positions that have a vector: the longest text in word pieces.</summary>
    public const int Positions = 128;

    /// <summary>Outputs stored side by side in a matrix.</summary>
    public const int BlockRows = 16;

    /// <summary>Offset of the version, a 32-bit number, in the header.</summary>
    public const int VersionOffset = 8;

    /// <summary>Offset of the vocabulary's length in bytes, a 32-bit number, in the header.</summary>
    public const int VocabularyLengthOffset = 12;

    /// <summary>Offset of the count of word pieces, a 32-bit number, in the header.</summary>
    public const int PieceCountOffset = 16;

    /// <summary>Offset of the SHA-256 (32 bytes), see <see cref="ComputeHash"/>.</summary>
    public const int HashOffset = 32;

    /// <summary>Bytes of the header.</summary>
    public const int HeaderLength = 64;

    private const int Alignment = 64;

    private int _end = HeaderLength;

    /// <summary>Computes the layout of a file.</summary>
    /// <param name="vocabularyLength">Bytes of the vocabulary: UTF-8, one word piece per line.</param>
    /// <param name="pieceCount">Word pieces in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is not above zero, or so large that the file passes 2 GB.
    /// </exception>
    public EncoderLayout(int vocabularyLength, int pieceCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vocabularyLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vocabularyLength, 1 << 28);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pieceCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pieceCount, 1 << 20);

        (VocabularyLength, PieceCount) = (vocabularyLength, pieceCount);
        Vocabulary = Add(vocabularyLength);
        PieceVectors = Add(pieceCount * Width);
        PieceScales = Add(pieceCount * sizeof(float));
        PositionVectors = Add(Positions * Width * sizeof(float));
        EmbeddingNorm = AddNorm();
        Layers = [.. Enumerable.Range(0, LayerCount).Select(_ => AddLayer())];
    }

    /// <summary>The first eight bytes of the file.</summary>
    public static ReadOnlySpan<byte> Magic => "PBENCODE"u8;

    /// <summary>Bytes of the vocabulary.</summary>
    public int VocabularyLength { get; }

    /// <summary>Word pieces in the vocabulary.</summary>
    public int PieceCount { get; }

    /// <summary>Offset of the vocabulary: UTF-8, one word piece per line, in the order of their ids.</summary>
    public int Vocabulary { get; }

    /// <summary>Offset of the word pieces' vectors: a row of <see cref="Width"/> signed bytes each.</summary>
    public int PieceVectors { get; }

    /// <summary>Offset of the word pieces' scales: a 32-bit float each.</summary>
    public int PieceScales { get; }

    /// <summary>Offset of the positions' vectors: a row of <see cref="Width"/> 32-bit floats each.</summary>
    public int PositionVectors { get; }

    /// <summary>The normalization before the first layer.</summary>
    public NormLayout EmbeddingNorm { get; }

    /// <summary>The layers, in order.</summary>
    public IReadOnlyList<LayerLayout> Layers { get; }

    /// <summary>Bytes of the whole file.</summary>
    public int FileLength => _end;

    /// <summary>Computes the SHA-256 of a file without the hash in its header.</summary>
    public static byte[] ComputeHash(ReadOnlySpan<byte> file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file[..HashOffset]);
        hash.AppendData(file[(HashOffset + SHA256.HashSizeInBytes)..]);
        return hash.GetHashAndReset();
    }

    private LayerLayout AddLayer() => new(
        AddMatrix(3 * Width, Width),
        AddMatrix(Width, Width),
        AddNorm(),
        AddMatrix(WideWidth, Width),
        AddMatrix(Width, WideWidth),
        AddNorm());

    private MatrixLayout AddMatrix(int outputs, int inputs) =>
        new(outputs, inputs, Add(outputs * inputs), Add(outputs * sizeof(float)), Add(outputs * sizeof(float)));

    private NormLayout AddNorm() => new(Add(Width * sizeof(float)), Add(Width * sizeof(float)));

    private int Add(int length)
    {
        var offset = _end;
        _end = checked(_end + length + Alignment - 1) / Alignment * Alignment;
        return offset;
    }
}
