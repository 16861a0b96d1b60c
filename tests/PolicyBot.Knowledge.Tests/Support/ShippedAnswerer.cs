using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Knowledge.Tests.Support;

/// <summary>The shipped set, read and trained once for all tests.</summary>
internal static class ShippedAnswerer
{
    private static readonly Lazy<Answerer> Trained = new(() => new Answerer(Set!, vectors: TestVectors.Shipped));

    public static KnowledgeSet Set { get; } = Read();

    public static Answerer Value => Trained.Value;

    private static KnowledgeSet Read() =>
        KnowledgeReader.Read(ShippedSet.Name, ShippedSet.Article, ShippedSet.Knowledge, ShippedSet.Phrasings) switch
        {
            ReadResult.Valid valid => valid.Set,
            ReadResult.Invalid invalid => throw new InvalidOperationException(string.Join('\n', invalid.Diagnostics)),
            _ => throw new InvalidOperationException("Neither sound nor invalid."),
        };
}
