using PolicyBot.Benchmarks.Speed;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Benchmarks.Fitting;

/// <summary>
/// Writes the vectors that ship with the article, so that the first start does not have to encode its phrasings.
/// </summary>
internal static class ShippedVectors
{
    public static int Write(string root, TextWriter output)
    {
        var path = Path.Combine(root, "config", "articles", "facebook-encryption", "vectors.bin");
        var encoder =
            SentenceEncoder.Load(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin")));
        var store = new VectorStore(encoder);
        _ = new Answerer(ShippedSet.Load(), vectors: store);
        File.WriteAllBytes(path, store.WriteShipped());
        output.WriteLine($"{path}: {new FileInfo(path).Length} bytes, {store.EncodedTextCount} texts encoded");
        return 0;
    }
}
