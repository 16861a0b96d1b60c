using System.Globalization;
using PolicyBot.Knowledge.Matching;

namespace PolicyBot.Benchmarks.Clinc;

/// <summary>
/// Accuracy on CLINC150 with five phrasings an entry, the mean of three seeds: right, right with typos, and how many out-of-scope questions fall
/// under the threshold that costs two points of right answers on the validation part.
/// </summary>
internal static class ClincReport
{
    private const int Seeds = 3;
    private const double Cost = 0.02;

    private delegate (int Entry, double Score) Find(string question);

    public static int Run(string folder, TextWriter output)
    {
        if (!File.Exists(Path.Combine(folder, "test.tsv")))
        {
            Console.Error.WriteLine($"There is no test.tsv in {folder}; name the folder of the CLINC150 files.");
            return 1;
        }

        output.WriteLine("method                        right  typos  out of scope found");
        Row("PolicyBot", d => Matcher(d, new MatcherOptions()));
        Row("  without FuzzySharp", d => Matcher(d, new MatcherOptions { RepairSpelling = false }));
        Row("  without the thesaurus", d => Matcher(d, new MatcherOptions { GroupWeight = 0, GroupPairWeight = 0 }));
        Row("FuzzySharp WeightedRatio scan", d =>
        {
            var scan = new WeightedRatioScan(d.Phrasings);
            return q =>
            {
                var (entry, ratio) = scan.Find(q);
                return (entry, ratio);
            };
        });
        return 0;

        void Row(string name, Func<ClincData, Find> method)
        {
            double right = 0, typos = 0, found = 0;
            for (var seed = 1; seed <= Seeds; seed++)
            {
                var data = ClincData.Load(folder, seed);
                var find = method(data);
                var threshold = Threshold(find, data.Validation);
                var random = new Random(seed);
                var inScope = data.Test.Where(q => q.Entry is not null).ToList();
                var outOfScope = data.Test.Where(q => q.Entry is null).ToList();
                right += Share(inScope, q => find(q.Text).Entry == q.Entry);
                typos += Share(inScope, q => find(Typos.In(q.Text, random)).Entry == q.Entry);
                found += Share(outOfScope, q => find(q.Text).Score < threshold);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-29} {right / Seeds,5:F1}  {typos / Seeds,5:F1}  {found / Seeds,5:F1}"));
            output.Flush();
        }
    }

    private static Find Matcher(ClincData data, MatcherOptions options)
    {
        var matcher = Knowledge.Matching.Matcher.Train(new TrainingSet(data.Phrasings, [], []), options);
        var scratch = new Scratch();
        return question =>
        {
            matcher.Score(question, scratch);
            var best = 0;
            for (var e = 1; e < scratch.Scores.Length; e++)
            {
                if (scratch.Scores[e] > scratch.Scores[best]) best = e;
            }

            return (best, scratch.Scores[best]);
        };
    }

    private static double Threshold(Find find, IReadOnlyList<Question> validation)
    {
        var inScope = validation.Where(q => q.Entry is not null).ToList();
        var scores = inScope.Select(q => (Question: q, Found: find(q.Text))).Where(f => f.Found.Entry == f.Question.Entry).Select(f => f.Found.Score).Order().ToList();
        return scores[(int)(Cost * inScope.Count)];
    }

    private static double Share(List<Question> questions, Func<Question, bool> which) => 100.0 * questions.Count(which) / questions.Count;
}
