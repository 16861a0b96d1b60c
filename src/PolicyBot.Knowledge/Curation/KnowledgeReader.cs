namespace PolicyBot.Knowledge.Curation;

/// <summary>Reads and checks an article and its curated set.</summary>
public static class KnowledgeReader
{
    /// <summary>Reads both files; every fault of either is told.</summary>
    /// <param name="name">The set's name: that of its folder.</param>
    /// <param name="article">article.md.</param>
    /// <param name="knowledge">knowledge.yaml.</param>
    public static ReadResult Read(string name, KnowledgeFile article, KnowledgeFile knowledge) => throw new NotSupportedException(name + article.Path + knowledge.Path);
}
