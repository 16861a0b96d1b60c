using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Knowledge.Tests.Encoding;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Matching.Semantic;

public sealed class VectorStoreTests
{
    [Fact]
    public void TryAdd_FileOfTheSameTexts_EncodesNothing()
    {
        var small =
            ShippedAnswerer.Set with { Questions = [.. ShippedAnswerer.Set.Questions.Take(2)], Unanswerable = [] };
        var first = new VectorStore(EncoderTestFile.Encoder);
        var before = new Answerer(small, vectors: first);
        var second = new VectorStore(EncoderTestFile.Encoder);

        Assert.True(second.TryAdd(first.Write()));
        var after = new Answerer(small, vectors: second);

        Assert.True(first.EncodedTextCount > 0);
        Assert.Equal(0, second.EncodedTextCount);
        Assert.Equal(
            before.Ask("so who all put their names under it").Confidence,
            after.Ask("so who all put their names under it").Confidence);
    }

    [Fact]
    public void Create_OneChangedPhrasing_EncodesOnlyThat()
    {
        var entry = ShippedAnswerer.Set.Questions[0];
        var set = ShippedAnswerer.Set with { Questions = [entry], Unanswerable = [] };
        var first = new VectorStore(EncoderTestFile.Encoder);
        _ = new Answerer(set, vectors: first);
        var second = new VectorStore(EncoderTestFile.Encoder);
        second.TryAdd(first.Write());

        _ = new Answerer(
            set with { Questions = [entry with { Phrasings = ["something quite new", .. entry.Phrasings.Skip(1)] }] },
            vectors: second);

        Assert.Equal(1, second.EncodedTextCount);
    }

    [Fact]
    public void TryAdd_DamagedFile_AddsNothing()
    {
        var file = ShippedSet.Vectors;
        file[^100] ^= 1;

        Assert.False(new VectorStore(EncoderTestFile.Encoder).TryAdd(file));
        Assert.False(new VectorStore(EncoderTestFile.Encoder).TryAdd(file.AsSpan(0, 20)));
        Assert.False(new VectorStore(EncoderTestFile.Encoder).TryAdd([]));
    }

    [Fact]
    public void Shipped_File_HasAllVectorsOfTheSet()
    {
        var store = TestVectors.Shipped;

        _ = new Answerer(ShippedAnswerer.Set, vectors: store);

        Assert.Equal(0, store.EncodedTextCount);
    }

    [Fact]
    public void Shipped_File_IsSmall() => Assert.InRange(ShippedSet.Vectors.Length, 1, 200_000);

    [Fact]
    public void Shipped_File_IsWhatTheEncoderComputes()
    {
        // A part of the set, since encoding all of it takes too long for a test: the file's vectors of these entries,
        // computed anew.
        var part = ShippedAnswerer.Set with
        {
            Questions = [.. ShippedAnswerer.Set.Questions.Where((_, i) => i % 8 == 0)],
            Unanswerable = [.. ShippedAnswerer.Set.Unanswerable.Take(2)],
        };
        var computed = new VectorStore(EncoderTestFile.Encoder);
        var shipped = TestVectors.Shipped;
        _ = new Answerer(part, vectors: computed);
        _ = new Answerer(part, vectors: shipped);

        Assert.Equal(0, shipped.EncodedTextCount);
        Assert.Equal(computed.WriteShipped(), shipped.WriteShipped());
    }
}
