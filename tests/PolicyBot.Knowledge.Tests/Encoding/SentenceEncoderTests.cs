using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PolicyBot.Knowledge.Encoding;

namespace PolicyBot.Knowledge.Tests.Encoding;

public sealed class SentenceEncoderTests
{
    private const float Near = 1e-5f;

    // As published with the model, for "That is a happy person"; the tolerance is for the rounding to bytes.
    [Theory]
    [InlineData("That is a happy dog", 0.695)]
    [InlineData("That is a very happy person", 0.943)]
    [InlineData("Today is a sunny day", 0.257)]
    public void Encode_TwoSentences_AreAsSimilarAsPublished(string text, double expected)
    {
        var first = Encode("That is a happy person");
        var second = Encode(text);

        Assert.Equal(expected, Dot(first.Sentence, second.Sentence), 0.02);
    }

    // These change only with the model or with EncoderLayout.Version.
    [Theory]
    [InlineData("", "0bba521b553e6405b0fc7045fd04e8c6")]
    [InlineData("Who signed the letter?", "71d2a774d12141cc32b481b8a8da1177")]
    [InlineData("Does end-to-end encryption protect children, Mr. Zuckerberg?", "d9eb29d1df89c303b2772732ebb61cc3")]
    public void Encode_KnownText_GivesTheStoredBits(string text, string hashStart) =>
        Assert.Equal(hashStart, ComputeHash(Encode(text))[..hashStart.Length]);

    [Theory]
    [InlineData("", 0)]
    [InlineData("?! …", 0)]
    [InlineData("Why doesn't it work?", 5)]
    [InlineData("encryptions", 1)]
    [InlineData("Who signed it 😀", 3)]
    [InlineData("Почему так", 2)]
    public void Encode_Text_HasItsWordsWithoutPunctuation(string text, int words)
    {
        var encoded = Encode(text);

        Assert.Equal(words, encoded.WordCount);
        Assert.Equal(words * SentenceEncoder.Dimensions, encoded.Words.Length);
    }

    [Fact]
    public void Encode_AnyText_GivesUnitVectors()
    {
        var encoded = Encode("Who signed the letter about unbreakable encryptions?");

        Assert.Equal(1, Dot(encoded.Sentence, encoded.Sentence), Near);
        for (var i = 0; i < encoded.WordCount; i++) Assert.Equal(1, Dot(encoded.GetWord(i), encoded.GetWord(i)), Near);
        var second = encoded.Words.Slice(SentenceEncoder.Dimensions, SentenceEncoder.Dimensions);
        Assert.True(encoded.GetWord(1).SequenceEqual(second));
    }

    [Fact]
    public void Encode_TypographicQuotesAccentsAndCase_ReadAsPlain()
    {
        var plain = Encode("don't say \"cafe\"");
        var typed = Encode("Don’t SAY “Café”");

        Assert.True(plain.Sentence.SequenceEqual(typed.Sentence));
    }

    [Fact]
    public void Encode_LongText_IsTruncatedToMaxPieces()
    {
        var words = string.Join(' ', Enumerable.Repeat("letter", 200));

        Assert.Equal(30, Encode(words).WordCount);
        Assert.Equal(126, Encode(words, SentenceEncoder.MaxPieces).WordCount);
        Assert.Equal(0, Encode(words, 2).WordCount);
    }

    [Fact]
    public void Encode_ReusedBuffers_EqualFreshOnes()
    {
        var reused = new EmbeddingBuffer();
        EncoderTestFile.Encoder.Encode(new string('x', 50) + " and more words than the next text has", reused, 64);
        EncoderTestFile.Encoder.Encode("Who signed?", reused);
        var fresh = Encode("Who signed?");

        Assert.True(fresh.Sentence.SequenceEqual(reused.Sentence));
        Assert.True(fresh.Words.SequenceEqual(reused.Words));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(SentenceEncoder.MaxPieces + 1)]
    public void Encode_MaxPiecesOutOfBounds_Throws(int maxPieces) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(maxPieces), () => Encode("Who signed?", maxPieces));

    [Fact]
    public void GetWord_InvalidIndex_Throws()
    {
        var encoded = Encode("Who signed?");

        Assert.Throws<ArgumentOutOfRangeException>("index", () => encoded.GetWord(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => encoded.GetWord(-1).Length);
    }

    [Fact]
    public void Encode_ManyThreads_GetSameVectors()
    {
        string[] texts = ["Who signed the letter?", "What is end-to-end encryption?", "When was it sent?", "Why?"];
        var expected = texts.Select(t => ComputeHash(Encode(t))).ToArray();

        Parallel.For(0, 64, () => new EmbeddingBuffer(), (i, _, into) =>
        {
            EncoderTestFile.Encoder.Encode(texts[i % texts.Length], into);
            Assert.Equal(expected[i % texts.Length], ComputeHash(into));
            return into;
        }, _ => { });
    }

    private static EmbeddingBuffer Encode(string text, int maxPieces = 32)
    {
        var encoded = new EmbeddingBuffer();
        EncoderTestFile.Encoder.Encode(text, encoded, maxPieces);
        return encoded;
    }

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static string ComputeHash(EmbeddingBuffer text) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.Sentence)));
}
