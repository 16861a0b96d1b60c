using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>The set in config/, found upwards from here.</summary>
internal static class ShippedSet
{
    /// <summary>Its folder.</summary>
    public static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "config", "articles")))
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException(
                    "There is no config/articles above the benchmarks; run them within the repository.");
        return Path.Combine(folder, "config", "articles", "facebook-encryption");
    }

    public static (KnowledgeFile Article, KnowledgeFile Knowledge, KnowledgeFile Phrasings) Files()
    {
        var set = Folder();
        return (File("article.md"), File("knowledge.yaml"), File("phrasings.txt"));

        KnowledgeFile File(string name) => new(name, System.IO.File.ReadAllText(Path.Combine(set, name)));
    }

    public static KnowledgeSet Load()
    {
        var (article, knowledge, phrasings) = Files();
        return KnowledgeReader.Read("facebook-encryption", article, knowledge, phrasings) switch
        {
            ReadResult.Valid valid => valid.Set,
            ReadResult.Invalid invalid => throw new InvalidOperationException(invalid.Diagnostics[0].ToString()),
            _ => throw new InvalidOperationException(),
        };
    }
}
