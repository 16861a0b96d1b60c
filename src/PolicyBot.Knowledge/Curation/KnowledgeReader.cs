using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Knowledge.Curation;

/// <summary>Reads and checks an article and its curated set.</summary>
public static class KnowledgeReader
{
    /// <summary>Reads both files; every fault of either is told. Throws on no text, whatever it holds.</summary>
    /// <param name="name">The set's name: that of its folder.</param>
    /// <param name="article">article.md.</param>
    /// <param name="knowledge">knowledge.yaml.</param>
    public static ReadResult Read(string name, KnowledgeFile article, KnowledgeFile knowledge)
    {
        var articleFaults = new FaultList(article.Path);
        var faults = new FaultList(knowledge.Path);
        var text = ArticleReader.Read(Normalise(article.Text), articleFaults);
        var set = SetReader.Read(name, text, Normalise(knowledge.Text), faults);
        return set is not null && articleFaults.IsEmpty && faults.IsEmpty
            ? new ReadResult.Sound(set)
            : new ReadResult.Faulty(FaultList.InOrder(articleFaults, faults));
    }

    // What an editor leaves: a byte order mark and its own line ends.
    private static string Normalise(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
}
