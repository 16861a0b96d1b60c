using System.Globalization;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Training;

namespace PolicyBot.Benchmarks.Clinc;

/// <summary>
/// Accuracy on CLINC150 with five phrasings an entry, the mean of three draws: right, right with typos, and how many
/// out-of-scope questions fall under the threshold that costs two points of right answers on the validation part.
/// </summary>
internal static class ClincReport
{
    private const int Draws = 3;
    private const double Cost = 0.02;

    // Beside a lexical score of about 1 for an entry's own phrasings.
    private const float MeaningWeight = 3f;

    private delegate (int Entry, double Score) Find(string question);

    /// <summary>Writes the table.</summary>
    /// <param name="folder">The folder of the files phrasings-5-seedN.tsv, val.tsv and test.tsv.</param>
    /// <param name="encoder">The encoder, or null to measure the lexical layer only.</param>
    /// <param name="output">Gets the table, in Markdown.</param>
    /// <param name="scanEvery">
    /// Of how many questions the scan is asked one; all of them take it a quarter of an hour.
    /// </param>
    /// <returns>The exit code.</returns>
    public static int Run(string folder, SentenceEncoder? encoder, TextWriter output, int scanEvery = 1)
    {
        if (!File.Exists(Path.Combine(folder, "test.tsv")))
        {
            Console.Error.WriteLine($"There is no test.tsv in {folder}; name the folder of the CLINC150 files.");
            return 1;
        }

        var draws = Enumerable.Range(1, Draws).Select(d => ClincData.Load(folder, d)).ToList();
        output.WriteLine("| CLINC150 | right | with typos | out of scope found |");
        output.WriteLine("| --- | --- | --- | --- |");
        if (encoder is not null)
        {
            var semantics = new ClincSemantics(encoder);
            WriteRow("PolicyBot: lexical layer and 3 × meaning", d => FindByBoth(d, semantics));
        }

        WriteRow("lexical layer only", d => FindByWords(d, new MatcherOptions()));
        WriteRow("lexical layer without FuzzySharp", d =>
            FindByWords(d, new MatcherOptions { CorrectSpelling = false }));
        WriteRow("lexical layer without the thesaurus", d =>
            FindByWords(d, new MatcherOptions { GroupWeight = 0, GroupPairWeight = 0 }));
        draws = [.. draws.Select(d => d.TakeEvery(scanEvery))];
        WriteRow($"FuzzySharp `WeightedRatio` scan{(scanEvery == 1 ? "" : $", one question of {scanEvery}")}",
            FindByRatio);
        return 0;

        void WriteRow(string name, Func<ClincData, Find> method)
        {
            var (right, typos, outOfScope) = (0d, 0d, 0d);
            for (var draw = 0; draw < Draws; draw++)
            {
                var figures = Measure(draws[draw], method(draws[draw]), draw + 1);
                right += figures.Right / Draws;
                typos += figures.Typos / Draws;
                outOfScope += figures.OutOfScope / Draws;
            }

            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"| {name} | {right:F1} | {typos:F1} | {outOfScope:F1} |"));
            output.Flush();
        }
    }

    private static (double Right, double Typos, double OutOfScope) Measure(ClincData data, Find find, int seed)
    {
        var random = new Random(seed);
        var threshold = ChooseThreshold(find, data.Validation);
        var inScope = data.Test.Where(q => q.Entry is not null).ToList();
        var mistyped = inScope.Select(q => q with { Text = Typos.Add(q.Text, random) }).ToList();
        var outOfScope = data.Test.Where(q => q.Entry is null).ToList();
        return (
            GetShare(find, inScope, (q, f) => f.Entry == q.Entry),
            GetShare(find, mistyped, (q, f) => f.Entry == q.Entry),
            GetShare(find, outOfScope, (_, f) => f.Score < threshold));
    }

    private static Find FindByRatio(ClincData data)
    {
        var scan = new WeightedRatioScan(data.Phrasings);
        return q =>
        {
            var (entry, ratio) = scan.Find(q);
            return (entry, ratio);
        };
    }

    private static Find FindByWords(ClincData data, MatcherOptions options)
    {
        var matcher = Train(data, options);
        return question =>
        {
            matcher.Score(question, Scratch.Current);
            return FindBest(Scratch.Current.Scores);
        };
    }

    private static Find FindByBoth(ClincData data, ClincSemantics semantics)
    {
        var matcher = Train(data, new MatcherOptions());
        var means = semantics.GetMeans(data.Phrasings);
        return question =>
        {
            var scratch = Scratch.Current;
            matcher.Score(question, scratch);
            var cosines = semantics.Measure(matcher.GetCorrectedText(question, scratch), means);
            for (var entry = 0; entry < cosines.Length; entry++)
                scratch.Scores[entry] += MeaningWeight * cosines[entry];
            return FindBest(scratch.Scores);
        };
    }

    private static Matcher Train(ClincData data, MatcherOptions options) =>
        MatcherTrainer.Train(new TrainingSet(data.Phrasings, [], []), options);

    private static (int Entry, double Score) FindBest(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var entry = 1; entry < scores.Length; entry++)
        {
            if (scores[entry] > scores[best]) best = entry;
        }

        return (best, scores[best]);
    }

    private static double ChooseThreshold(Find find, IReadOnlyList<ClincQuestion> validation)
    {
        var inScope = validation.Where(q => q.Entry is not null).ToList();
        var scores = FindAll(find, inScope).Where(f => f.Found.Entry == f.Question.Entry).Select(f => f.Found.Score)
            .Order().ToList();
        return scores[(int)(Cost * inScope.Count)];
    }

    private static double GetShare(
        Find find, List<ClincQuestion> questions, Func<ClincQuestion, (int Entry, double Score), bool> which) =>
        100.0 * FindAll(find, questions).Count(f => which(f.Question, f.Found)) / questions.Count;

    private static ParallelQuery<(ClincQuestion Question, (int Entry, double Score) Found)> FindAll(
        Find find, List<ClincQuestion> questions) =>
        questions.AsParallel().Select(q => (q, find(q.Text)));
}
