using PolicyBot.Benchmarks.Speed;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Benchmarks.Accuracy;

/// <summary>A curated set with its evaluation questions.</summary>
/// <param name="Set">The set.</param>
/// <param name="Questions">The questions of both halves.</param>
internal sealed record EvaluatedSet(KnowledgeSet Set, IReadOnlyList<EvaluationQuestion> Questions)
{
    /// <summary>The set in config/ with its evaluation.tsv.</summary>
    public static EvaluatedSet LoadShipped()
    {
        var set = ShippedSet.Load();
        return Create(set, ReadFile(Path.Combine(ShippedSet.Folder(), "evaluation.tsv")));
    }

    /// <summary>A folder's set with its questions.jsonl.</summary>
    /// <exception cref="InvalidDataException">Its files have an error; the message is the first one.</exception>
    public static EvaluatedSet Load(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var phrasings = Path.Combine(folder, "phrasings.txt");
        var read = KnowledgeReader.Read(
            name,
            ReadFile(Path.Combine(folder, "article.md")),
            ReadFile(Path.Combine(folder, "knowledge.yaml")),
            File.Exists(phrasings) ? ReadFile(phrasings) : null);
        return read switch
        {
            ReadResult.Valid valid => Create(valid.Set, ReadFile(Path.Combine(folder, "questions.jsonl"))),
            ReadResult.Invalid invalid => throw new InvalidDataException(invalid.Diagnostics[0].ToString()),
            _ => throw new InvalidOperationException("A reading result of an unknown kind."),
        };
    }

    private static EvaluatedSet Create(KnowledgeSet set, KnowledgeFile file)
    {
        var questions = EvaluationFile.Read(file, set, out var errors);
        return errors.Count == 0
            ? new EvaluatedSet(set, questions)
            : throw new InvalidDataException(string.Join('\n', EvaluationFile.FormatErrors(errors)));
    }

    private static KnowledgeFile ReadFile(string path) => new(path, File.ReadAllText(path));
}
