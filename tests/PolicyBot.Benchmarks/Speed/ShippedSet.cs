using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>The set in config/, found upwards from here.</summary>
internal static class ShippedSet
{
    public static (KnowledgeFile Article, KnowledgeFile Knowledge) Files()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "config", "articles")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no config/articles above the benchmarks; run them within the repository.");
        var set = Path.Combine(folder, "config", "articles", "facebook-encryption");
        return (File("article.md"), File("knowledge.yaml"));

        KnowledgeFile File(string name) => new(name, System.IO.File.ReadAllText(Path.Combine(set, name)));
    }

    public static KnowledgeSet Load()
    {
        var (article, knowledge) = Files();
        return KnowledgeReader.Read("facebook-encryption", article, knowledge) switch
        {
            ReadResult.Sound sound => sound.Set,
            ReadResult.Faulty faulty => throw new InvalidOperationException(faulty.Faults[0].ToString()),
            _ => throw new InvalidOperationException(),
        };
    }
}
