using System.Globalization;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Benchmarks.Accuracy;

/// <summary>A column of the table: how the bot and the scan answer the questions of one or more sets.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Draws">The reports that the mean is taken of; one for each draw of phrasings.</param>
/// <param name="Thresholds">Which thresholds were in force, in words.</param>
internal sealed record AccuracyColumn(
    string Name, IReadOnlyList<(EvaluationReport Bot, EvaluationReport Scan)> Draws, string Thresholds)
{
    /// <summary>Evaluates draws of a set, each with the same questions.</summary>
    public static AccuracyColumn Measure(
        string name, IReadOnlyList<EvaluatedSet> draws, EvaluationHalf half, VectorStore vectors)
    {
        var reports = new List<(EvaluationReport, EvaluationReport)>();
        var thresholds = new List<string>();
        foreach (var draw in draws)
        {
            var questions = draw.Questions.Where(q => q.Half == half).ToList();
            var bot = new Answerer(draw.Set, vectors: vectors);
            var scan = new ScanAnswerer(draw);
            reports.Add((EvaluationReport.Run(bot, questions), scan.Run(questions)));
            var (answer, closest) = (bot.Thresholds.Answer, bot.Thresholds.Offer);
            thresholds.Add(string.Create(
                CultureInfo.InvariantCulture, $"answer {answer:0.##}, closest {closest:0.##}, scan {scan.Threshold}"));
        }

        return new AccuracyColumn(name, reports, string.Join("; ", thresholds));
    }

    /// <summary>The questions of several columns together, each column of one draw.</summary>
    public static AccuracyColumn Join(string name, IReadOnlyList<AccuracyColumn> columns) => new(
        name,
        [(Join(columns.Select(c => c.Draws[0].Bot)), Join(columns.Select(c => c.Draws[0].Scan)))],
        "as each");

    private static EvaluationReport Join(IEnumerable<EvaluationReport> reports) =>
        new([.. reports.SelectMany(r => r.Outcomes)]);
}
