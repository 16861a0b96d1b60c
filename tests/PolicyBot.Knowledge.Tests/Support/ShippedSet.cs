using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Knowledge.Tests.Support;

/// <summary>The set that this repository ships.</summary>
internal static class ShippedSet
{
    public const string Name = "facebook-encryption";

    private static readonly string Folder = TestFolders.Above(Path.Combine("config", "articles", Name))
        ?? throw new DirectoryNotFoundException($"No folder above the tests holds config/articles/{Name}.");

    public static KnowledgeFile Article { get; } = File("article.md");

    public static KnowledgeFile Knowledge { get; } = File("knowledge.yaml");

    public static KnowledgeFile Phrasings { get; } = File("phrasings.txt");

    public static KnowledgeFile Evaluation { get; } = File("evaluation.tsv");

    public static byte[] Vectors => System.IO.File.ReadAllBytes(Path.Combine(Folder, "vectors.bin"));

    private static KnowledgeFile File(string name) => new(name, System.IO.File.ReadAllText(Path.Combine(Folder, name)));
}
