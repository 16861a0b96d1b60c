using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// The encoder's file: checked once, then kept in memory but for the word pieces' vectors. Those are half of the file,
/// and a question needs about ten of them, so each is read when it is needed.
/// </summary>
internal sealed class EncoderFile
{
    // A multiple of a piece's vector.
    private const int ChunkLength = 256 * SentenceEncoder.Dimensions;

    private readonly ReadBytes _read;
    private readonly byte[] _vocabulary;
    private readonly uint[] _pieceChecksums;
    private readonly byte[] _numbers; // from the pieces' scales to the end

    private EncoderFile(ReadBytes read, EncoderLayout layout, ReadOnlySpan<byte> header, string fingerprint)
    {
        (_read, Layout, Fingerprint) = (read, layout, fingerprint);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header[..EncoderLayout.HashOffset]);
        hash.AppendData(header[(EncoderLayout.HashOffset + SHA256.HashSizeInBytes)..]);
        _vocabulary = Read(layout.Vocabulary, layout.PieceVectors - layout.Vocabulary, hash);
        _pieceChecksums = ReadPieces(hash);
        _numbers = Read(layout.PieceScales, layout.FileLength - layout.PieceScales, hash);
        if (fingerprint != Convert.ToHexStringLower(hash.GetHashAndReset()))
            throw CreateException("is damaged: its SHA-256 differs from the one it names");
    }

    public EncoderLayout Layout { get; }

    /// <summary>The hex SHA-256 in the header.</summary>
    public string Fingerprint { get; }

    public ReadOnlyMemory<byte> Vocabulary => _vocabulary.AsMemory(0, Layout.VocabularyLength);

    /// <summary>Reads a file, and checks its header, length and hash.</summary>
    /// <exception cref="InvalidDataException">One of them is wrong.</exception>
    public static EncoderFile Read(long length, ReadBytes read)
    {
        var header = new byte[Math.Min(length, EncoderLayout.HeaderLength)];
        read(0, header);
        var fingerprint = ReadFingerprint(header);
        var layout = ReadLayout(header);
        if (length != layout.FileLength)
        {
            var state = length < layout.FileLength ? "truncated" : "too long";
            throw CreateException($"is {state}: it has {length} bytes, not {layout.FileLength}");
        }

        return new EncoderFile(read, layout, header, fingerprint);
    }

    /// <summary>Checks that a file begins with a header of this version.</summary>
    /// <returns>The hex SHA-256 in the header.</returns>
    /// <exception cref="InvalidDataException">The header is invalid.</exception>
    public static string ReadFingerprint(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < EncoderLayout.HeaderLength)
            throw CreateException($"is truncated: it has {bytes.Length} bytes");
        if (!bytes.StartsWith(EncoderLayout.Magic))
            throw CreateException("is another kind of file: its first bytes are wrong");
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[EncoderLayout.VersionOffset..]);
        if (version != EncoderLayout.Version)
            throw CreateException($"has version {version}, but this program reads version {EncoderLayout.Version}");

        return Convert.ToHexStringLower(bytes.Slice(EncoderLayout.HashOffset, SHA256.HashSizeInBytes));
    }

    /// <summary>Reads a word piece's vector.</summary>
    /// <exception cref="InvalidDataException">The file has been overwritten.</exception>
    public void ReadPiece(int id, Span<sbyte> into)
    {
        var bytes = MemoryMarshal.AsBytes(into);
        _read(Layout.PieceVectors + (id * SentenceEncoder.Dimensions), bytes);
        if (ComputeChecksum(bytes) != _pieceChecksums[id])
        {
            throw new InvalidDataException(
                "The sentence encoder's file was overwritten while the program was running. Start the program again.");
        }
    }

    public ReadOnlySpan<float> GetFloats(int offset, int count) =>
        MemoryMarshal.Cast<byte, float>(_numbers.AsSpan(offset - Layout.PieceScales, count * sizeof(float)));

    public QuantizedMatrix GetMatrix(MatrixLayout layout) => new(
        layout,
        MemoryMarshal.Cast<byte, sbyte>(
            _numbers.AsSpan(layout.Weights - Layout.PieceScales, layout.Outputs * layout.Inputs)),
        GetFloats(layout.Scales, layout.Outputs),
        GetFloats(layout.Bias, layout.Outputs));

    /// <summary>Creates the exception for an unusable file, with the reason and the fix.</summary>
    internal static InvalidDataException CreateException(string reason, Exception? inner = null) =>
        new($"The sentence encoder's file {reason}. Delete it and build the project again.", inner);

    private static EncoderLayout ReadLayout(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new EncoderLayout(
                BinaryPrimitives.ReadInt32LittleEndian(bytes[EncoderLayout.VocabularyLengthOffset..]),
                BinaryPrimitives.ReadInt32LittleEndian(bytes[EncoderLayout.PieceCountOffset..]));
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw CreateException("is damaged: its header names impossible lengths", e);
        }
    }

    private static uint ComputeChecksum(ReadOnlySpan<byte> piece)
    {
        var checksum = 0u;
        foreach (var part in MemoryMarshal.Cast<byte, ulong>(piece)) checksum = BitOperations.Crc32C(checksum, part);
        return checksum;
    }

    private byte[] Read(int offset, int length, IncrementalHash hash)
    {
        var bytes = new byte[length];
        _read(offset, bytes);
        hash.AppendData(bytes);
        return bytes;
    }

    // The checksums notice that the file was overwritten in place, before that changes an answer.
    private uint[] ReadPieces(IncrementalHash hash)
    {
        const int Width = SentenceEncoder.Dimensions;
        var checksums = new uint[Layout.PieceCount];
        var chunk = new byte[ChunkLength];
        var section = Layout.PieceScales - Layout.PieceVectors;
        for (var start = 0; start < section; start += ChunkLength)
        {
            // The last bytes may be padding.
            var bytes = chunk.AsSpan(0, Math.Min(ChunkLength, section - start));
            _read(Layout.PieceVectors + start, bytes);
            hash.AppendData(bytes);
            for (var (id, i) = (start / Width, 0); id < checksums.Length && i < ChunkLength; id++, i += Width)
                checksums[id] = ComputeChecksum(bytes.Slice(i, Width));
        }

        return checksums;
    }
}
