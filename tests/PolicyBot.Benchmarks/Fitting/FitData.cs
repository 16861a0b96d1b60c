using PolicyBot.Benchmarks.Speed;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Benchmarks.Fitting;

/// <summary>
/// Reads the sets and questions that the confidence models are fitted on: tuning halves only; lines of held halves are
/// not read.
/// </summary>
internal static class FitData
{
    private const double ShippedWeight = 0.5, ArticleWeight = 2.5, LeftOutWeight = 0.4, OffTopicWeight = 0.3;
    private const int Draws = 2;
    private static readonly int[] Cuts = [3, 5, 10, 20];
    private static readonly string[] Articles = ["meat-inspection", "prepaid-disclosures"];

    /// <summary>Reads everything.</summary>
    /// <param name="root">The repository's folder.</param>
    public static IReadOnlyList<FitSet> Read(string root)
    {
        var shipped = ShippedSet.Load() with { Thresholds = null };
        var evaluation = Path.Combine(root, "config", "articles", "facebook-encryption", "evaluation.tsv");
        var tuning = ReadTuning(evaluation, shipped, "tuning\t", ShippedWeight);
        var offTopic = File.ReadLines(Path.Combine(root, "tests", "PolicyBot.Benchmarks", "Fitting", "off-topic.txt"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => new FitQuestion(l, _ => false, false, OffTopicWeight, FitKind.OffTopic)).ToList();
        var sets = new List<FitSet> { new("shipped", shipped, [.. tuning, .. offTopic]) };
        foreach (var size in Cuts)
        {
            for (var draw = 0; draw < Draws; draw++)
            {
                var (cut, left) = SetCutter.Cut(shipped, size, draw);
                sets.Add(new FitSet($"shipped, {size} phrasings", cut, [.. tuning, .. offTopic]));
                sets.Add(LeaveOut(cut, left, draw));
            }
        }

        foreach (var name in Articles)
        {
            var folder = Path.Combine(root, "tests", "articles", name);
            var set = ReadSet(name, folder);
            var questions = ReadTuning(
                Path.Combine(folder, "questions.jsonl"), set, "\"half\": \"tuning\"", ArticleWeight);
            sets.Add(new FitSet(name, set, [.. questions, .. offTopic]));
        }

        return sets;
    }

    // Some entries are left out completely, so that their phrasings are near misses: answerable by the article, but by
    // no entry.
    private static FitSet LeaveOut(KnowledgeSet cut, IReadOnlyList<(string Phrasing, Entry Entry)> left, int draw)
    {
        const int AnsweredLeftOut = 6, UnansweredLeftOut = 3;
        var set = cut with
        {
            Questions = [.. cut.Questions.Where((_, i) => i % AnsweredLeftOut != draw)],
            Unanswerable = [.. cut.Unanswerable.Where((_, i) => i % UnansweredLeftOut != draw)],
        };
        return new FitSet("left out", set, [.. left.Select(l => new FitQuestion(
            l.Phrasing, e => e.Id == l.Entry.Id, l.Entry is QuestionEntry, LeftOutWeight, FitKind.LeftOut))]);
    }

    private static List<FitQuestion> ReadTuning(string path, KnowledgeSet set, string mark, double weight)
    {
        var tuning = string.Join('\n', File.ReadLines(path).Where(l => l.Contains(mark, StringComparison.Ordinal)));
        var questions = EvaluationFile.Read(new KnowledgeFile(path, tuning), set, out var errors);
        if (errors.Count > 0) throw new InvalidDataException(errors[0].ToString());
        return [
            .. questions.Select(q => new FitQuestion(q.Question, q.IsRight, q.IsAnswerable, weight, FitKind.Tuning)),
        ];
    }

    private static KnowledgeSet ReadSet(string name, string folder) =>
        KnowledgeReader.Read(
            name, Text(Path.Combine(folder, "article.md")), Text(Path.Combine(folder, "knowledge.yaml"))) switch
        {
            ReadResult.Valid(var set) => set,
            ReadResult.Invalid(var errors) => throw new InvalidDataException(errors[0].ToString()),
            _ => throw new InvalidOperationException("A reading result of an unknown kind."),
        };

    private static KnowledgeFile Text(string path) => new(path, File.ReadAllText(path));
}
