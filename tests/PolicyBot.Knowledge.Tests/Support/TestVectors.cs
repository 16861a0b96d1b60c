using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Knowledge.Tests.Encoding;

namespace PolicyBot.Knowledge.Tests.Support;

/// <summary>Stores of vectors for the tests.</summary>
internal static class TestVectors
{
    /// <summary>A store with the vectors that ship with the article.</summary>
    public static VectorStore Shipped
    {
        get
        {
            var store = new VectorStore(EncoderTestFile.Encoder);
            store.TryAdd(ShippedSet.Vectors);
            return store;
        }
    }
}
