using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Knowledge.Tests.Support;

/// <summary>A further article with its set and questions, by which the bot is evaluated.</summary>
internal static class ArticleFolder
{
    private static readonly string[] Places = [Path.Combine("tests", "articles"), Path.Combine("shared", "articles")];

    /// <summary>Reads a set and its questions; skips the test if there is no such folder.</summary>
    public static (KnowledgeSet Set, IReadOnlyList<EvaluationQuestion> Questions) Read(string name)
    {
        var folder = Places.Select(p => TestFolders.Above(Path.Combine(p, name))).FirstOrDefault(f => f is not null);
        if (folder is null) Assert.Skip($"skipped: no folder {Places[0]}/{name} or {Places[1]}/{name} above the tests");
        var set = Assert.IsType<ReadResult.Valid>(
            KnowledgeReader.Read(name, File("article.md"), File("knowledge.yaml"))).Set;
        var questions = EvaluationFile.Read(File("questions.jsonl"), set, out var errors);
        Assert.Empty(errors);
        return (set, questions);

        KnowledgeFile File(string file) => new(file, System.IO.File.ReadAllText(Path.Combine(folder, file)));
    }
}
