using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PolicyBot.Knowledge.Encoding;

/// <summary>The encoder's file: checked once, then read in place.</summary>
internal sealed class EncoderFile
{
    private readonly ReadOnlyMemory<byte> _bytes;

    private EncoderFile(ReadOnlyMemory<byte> bytes, EncoderLayout layout, string fingerprint) =>
        (_bytes, Layout, Fingerprint) = (bytes, layout, fingerprint);

    public EncoderLayout Layout { get; }

    /// <summary>The hex SHA-256 in the header.</summary>
    public string Fingerprint { get; }

    public ReadOnlyMemory<byte> Vocabulary => _bytes.Slice(Layout.Vocabulary, Layout.VocabularyLength);

    /// <summary>Checks a file's header, length and hash.</summary>
    /// <exception cref="InvalidDataException">One of them is wrong.</exception>
    public static EncoderFile Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var fingerprint = ReadFingerprint(bytes);
        var layout = ReadLayout(bytes);
        if (bytes.Length != layout.FileLength)
        {
            var state = bytes.Length < layout.FileLength ? "truncated" : "too long";
            throw CreateException($"is {state}: it has {bytes.Length} bytes, not {layout.FileLength}");
        }

        if (fingerprint != Convert.ToHexStringLower(EncoderLayout.ComputeHash(bytes)))
            throw CreateException("is damaged: its SHA-256 differs from the one it names");
        return new EncoderFile(file, layout, fingerprint);
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

    public ReadOnlySpan<sbyte> GetSignedBytes(int offset, int count) =>
        MemoryMarshal.Cast<byte, sbyte>(_bytes.Span.Slice(offset, count));

    public ReadOnlySpan<float> GetFloats(int offset, int count) =>
        MemoryMarshal.Cast<byte, float>(_bytes.Span.Slice(offset, count * sizeof(float)));

    public QuantizedMatrix GetMatrix(MatrixLayout layout) => new(
        layout,
        GetSignedBytes(layout.Weights, layout.Outputs * layout.Inputs),
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
}
