using PolicyBot.Knowledge.Encoding;

namespace PolicyBot.Knowledge.Tests.Encoding;

public sealed class EncoderKernelsTests
{
    public static TheoryData<string> Texts =>
    [
        "",
        " \t\n",
        "Who signed the letter?",
        "What does the letter say about end-to-end encryption and child safety on Facebook's messaging services?",
        "😀😀 who’s there 🏳️‍🌈 #@!$%",
        "Чому шифрування? 暗号化とは何ですか",
        string.Join(' ', Enumerable.Range(0, 300)),
        new string('a', 1000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Encode_OnAvx2_EqualsScalarBitForBit(string text)
    {
        if (!WideKernels.IsSupported) Assert.Skip("skipped: this machine has no AVX2");

        AssertEqualsScalar(new WideKernels(), text);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Encode_OnPortableVectors_EqualsScalarBitForBit(string text) =>
        AssertEqualsScalar(new PortableKernels(), text);

    [Fact]
    public void Multiply_LargestNumbers_StaysWithin32Bits()
    {
        const int RowCount = 5; // a group of four and one more
        var layout = new MatrixLayout(EncoderLayout.BlockRows, EncoderLayout.WideWidth, 0, 0, 0);
        var weights = new sbyte[layout.Outputs * layout.Inputs];
        Array.Fill(weights, sbyte.MinValue);
        float[] scales = [.. Enumerable.Repeat(1f, layout.Outputs)];
        var matrix = new QuantizedMatrix(layout, weights, scales, new float[layout.Outputs]);
        float[] wide = [.. Enumerable.Repeat(1f, layout.Inputs)];
        var rows = new short[RowCount * layout.Inputs];

        foreach (var kernels in Kernels())
        {
            for (var i = 0; i < RowCount; i++) kernels.Quantize(wide, rows.AsSpan(i * layout.Inputs, layout.Inputs));
            var results = new float[RowCount * layout.Outputs];
            kernels.Multiply(matrix, rows, scales.AsSpan(0, RowCount), results);

            Assert.All(results, r => Assert.Equal((float)((long)layout.Inputs * sbyte.MinValue * rows[0]), r));
        }
    }

    private static IEnumerable<EncoderKernels> Kernels()
    {
        yield return new ScalarKernels();
        yield return new PortableKernels();
        if (WideKernels.IsSupported) yield return new WideKernels();
    }

    private static void AssertEqualsScalar(EncoderKernels kernels, string text)
    {
        var expected = Encode(new ScalarKernels(), text);
        var actual = Encode(kernels, text);

        Assert.Equal(expected.WordCount, actual.WordCount);
        Assert.True(expected.Sentence.SequenceEqual(actual.Sentence));
        Assert.True(expected.Words.SequenceEqual(actual.Words));
    }

    private static EmbeddingBuffer Encode(EncoderKernels kernels, string text)
    {
        var encoded = new EmbeddingBuffer();
        SentenceEncoder.Load(EncoderTestFile.Bytes, kernels).Encode(text, encoded);
        return encoded;
    }
}
