using PolicyBot.Knowledge.Encoding;

namespace PolicyBot.Knowledge.Tests.Encoding;

public sealed class EncoderFileTests
{
    [Fact]
    public void Load_File_HasItsHashAsFingerprint()
    {
        var hash = EncoderLayout.ComputeHash(EncoderTestFile.Bytes);

        Assert.Equal(Convert.ToHexStringLower(hash), EncoderTestFile.Encoder.Fingerprint);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(EncoderLayout.HeaderLength - 1)]
    [InlineData(EncoderLayout.HeaderLength)]
    [InlineData(1_000_000)]
    public void Load_Truncated_Throws(int length) => AssertInvalid(EncoderTestFile.Bytes[..length], "truncated");

    [Fact]
    public void Load_OneByteMore_Throws() => AssertInvalid([.. EncoderTestFile.Bytes, 0], "too long");

    [Theory]
    [InlineData(0, "another kind of file")]
    [InlineData(EncoderLayout.VersionOffset, "version")]
    [InlineData(EncoderLayout.VocabularyLengthOffset + 3, "impossible lengths")]
    [InlineData(EncoderLayout.HashOffset, "SHA-256")]
    [InlineData(EncoderLayout.HeaderLength, "SHA-256")]
    [InlineData(20_000_000, "SHA-256")]
    public void Load_OneByteChanged_Throws(int offset, string message)
    {
        var bytes = EncoderTestFile.Bytes.ToArray();
        bytes[offset] ^= 0xC0;

        AssertInvalid(bytes, message);
    }

    [Fact]
    public void Encode_FileIsOverwritten_Throws()
    {
        var bytes = EncoderTestFile.Bytes.ToArray();
        var encoder = SentenceEncoder.Load(bytes);
        var text = new EmbeddingBuffer();
        encoder.Encode("who signed it?", text);
        var before = text.Sentence.ToArray();

        Array.Reverse(bytes);

        var exception = Assert.Throws<InvalidDataException>(() => encoder.Encode("who signed it?", text));
        Assert.EndsWith("Start the program again.", exception.Message, StringComparison.Ordinal);
        Array.Reverse(bytes);
        encoder.Encode("who signed it?", text);
        Assert.Equal(before, text.Sentence);
    }

    private static void AssertInvalid(byte[] bytes, string message)
    {
        var exception = Assert.Throws<InvalidDataException>(() => SentenceEncoder.Load(bytes));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Delete it and build the project again.", exception.Message, StringComparison.Ordinal);
    }
}
