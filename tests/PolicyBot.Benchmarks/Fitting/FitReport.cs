using System.Globalization;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Benchmarks.Fitting;

/// <summary>
/// Fits the confidence models on tuning halves and left-out phrasings only, and writes their files. Deterministic.
/// </summary>
internal static class FitReport
{
    private const string Models = "src/PolicyBot.Knowledge/Answering/Models";

    // Shares that the thresholds keep on questions that were left out of the fit.
    private const double WrongAnswers = 0.02, OffTopicShown = 0.03, FalseRefusals = 0.002;
    private const double Sure = 0.9;

    public static int Run(string root, TextWriter output)
    {
        var encoder =
            SentenceEncoder.Load(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin")));
        var store = new VectorStore(encoder);
        List<FitSample> lexical = [], full = [], lexicalUnanswerable = [], fullUnanswerable = [];
        foreach (var set in FitData.Read(root))
        {
            var answerer = new Answerer(set.Set, vectors: store);
            foreach (var question in set.Questions)
            {
                Collect(set, question, answerer.RankLexically(question.Text), lexical, lexicalUnanswerable);
                Collect(set, question, answerer.RankByMeaning(question.Text), full, fullUnanswerable);
            }
        }

        output.WriteLine($"{full.Count} samples of answers, {fullUnanswerable.Count} of refusals");
        Fit("confidence-lexical", lexical, CandidateFeatures.LexicalCount, isRefusal: false);
        Fit("confidence-full", full, CandidateFeatures.Count, isRefusal: false);
        Fit("unanswerable-lexical", lexicalUnanswerable, CandidateFeatures.LexicalCount, isRefusal: true);
        Fit("unanswerable-full", fullUnanswerable, CandidateFeatures.Count, isRefusal: true);
        return 0;

        void Fit(string name, List<FitSample> samples, int features, bool isRefusal)
        {
            Func<Feature, int> direction =
                isRefusal ? FeatureDirections.GetForRefusals : FeatureDirections.GetForAnswers;
            var judged = JudgeLeftOut(samples, features, direction);
            var (answer, offer) =
                isRefusal ? (RefusalThreshold(judged), 0) : (AnswerThreshold(judged), OfferThreshold(judged));
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture, $"\n{name}: answer from {answer:0.00}, offer from {offer:0.00}"));
            Describe(judged, answer, offer, isRefusal, output);
            var (bias, trees) = TreeBooster.Fit(samples, features, direction);
            using var writer = new StreamWriter(Path.Combine(root, Models, name + ".txt"));
            writer.Write("# Written by the benchmarks' verb fit; do not edit.\n");
            new ConfidenceModel(bias, trees, answer, offer).Write(writer);
        }
    }

    private static void Collect(
        FitSet set, FitQuestion question, Ranking ranking, List<FitSample> samples, List<FitSample> unanswerable)
    {
        const int Fitted = 3;
        var isCovered = set.Set.Questions.Any(question.IsRight);
        for (var rank = 0; rank < Math.Min(Fitted, ranking.Count); rank++)
        {
            var isRight = question.IsRight(set.Set.Questions[ranking[rank].Entry]);
            samples.Add(new FitSample(set.Name, question, ranking[rank].Features, isRight, rank, isCovered));
        }

        if (!ranking.HasUnanswerable) return;
        // Everyday talk is not what the curator listed, though the article does not answer it either.
        var isListed = !question.IsAnswerable && question.Kind != FitKind.OffTopic;
        unanswerable.Add(new FitSample(set.Name, question, ranking.Unanswerable.Features, isListed, 0, isCovered));
    }

    // The confidence in each question's best entry, by a model that was fitted without the question.
    private static List<(FitSample Sample, double Confidence)> JudgeLeftOut(
        List<FitSample> samples, int features, Func<Feature, int> direction)
    {
        var judged = new List<(FitSample, double)>();
        for (var fold = 0; fold < FitQuestion.FoldCount; fold++)
        {
            var (bias, trees) = TreeBooster.Fit([.. samples.Where(s => s.Question.Fold != fold)], features, direction);
            var model = new ConfidenceModel(bias, trees, 0, 0);
            judged.AddRange(samples.Where(s => s.Question.Fold == fold)
                .Select(s => (Sample: s, Confidence: model.GetConfidence(s.Features)))
                .GroupBy(j => (j.Sample.Set, j.Sample.Question))
                .Select(candidates => candidates.MaxBy(j => j.Confidence)));
        }

        return judged;
    }

    // The lowest from which no more answers are wrong than is allowed, each set counting the same.
    private static double AnswerThreshold(List<(FitSample Sample, double Confidence)> judged)
    {
        var sets = judged.Where(j => j.Sample.Question.Kind == FitKind.Tuning).GroupBy(j => j.Sample.Set).ToList();
        for (var threshold = 0.3; threshold < 0.99; threshold += 0.01)
        {
            var wrong =
                sets.Average(s => s.Count(j => j.Confidence >= threshold && !j.Sample.Label) / (double)s.Count());
            if (wrong <= WrongAnswers) return Math.Round(threshold, 2);
        }

        return 0.99;
    }

    private static double OfferThreshold(List<(FitSample Sample, double Confidence)> judged)
    {
        var offTopic = judged
            .Where(j => j.Sample.Question.Kind == FitKind.OffTopic).Select(j => j.Confidence).OrderDescending()
            .ToList();
        return Math.Round(offTopic[(int)(offTopic.Count * OffTopicShown)] + 0.005, 2);
    }

    // Above nearly every answerable question, for a false refusal is the worst that the bot can say.
    private static double RefusalThreshold(List<(FitSample Sample, double Confidence)> judged)
    {
        var answerable =
            judged.Where(j => j.Sample.Question.IsAnswerable).Select(j => j.Confidence).OrderDescending().ToList();
        return Math.Min(0.99, Math.Round(answerable[(int)(answerable.Count * FalseRefusals)] + 0.005, 2));
    }

    private static void Describe(
        List<(FitSample Sample, double Confidence)> judged,
        double answer,
        double offer,
        bool isRefusal,
        TextWriter output)
    {
        foreach (var set in judged.GroupBy(j => j.Sample.Set))
        {
            var tuning = set.Where(j => j.Sample.Question.Kind != FitKind.OffTopic).ToList();
            var covered = Math.Max(1, tuning.Count(j => j.Sample.IsCovered));
            var offTopic = set.Where(j => j.Sample.Question.Kind == FitKind.OffTopic).ToList();
            if (isRefusal)
            {
                var unanswerable = tuning.Where(j => j.Sample.Label).ToList();
                var top = tuning.Where(j => !j.Sample.Label).Select(j => j.Confidence).DefaultIfEmpty().Max();
                var refused = Percent(unanswerable.Count(j => j.Confidence >= answer), unanswerable.Count);
                var aboveTop = Percent(unanswerable.Count(j => j.Confidence > top), unanswerable.Count);
                var refusedSurely = Percent(unanswerable.Count(j => j.Confidence >= Sure), unanswerable.Count);
                var untrue = tuning.Count(j => !j.Sample.Label && j.Confidence >= Sure);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {set.Key,-24} refused {refused} at {answer}; above every answerable one of the set "
                    + $"({top:0.00}) {aboveTop}; at 0.9: {refusedSurely}, untrue {untrue}"));
                continue;
            }

            var first = Percent(tuning.Count(j => j.Sample.Label), covered);
            var answered = Percent(tuning.Count(j => j.Confidence >= answer && j.Sample.Label), covered);
            var wrongly = Percent(tuning.Count(j => j.Confidence >= answer && !j.Sample.Label), tuning.Count);
            var visible = Percent(tuning.Count(j => j.Confidence >= offer && j.Sample.Label), covered);
            var shown = Percent(offTopic.Count(j => j.Confidence >= offer), Math.Max(1, offTopic.Count));
            var sure = tuning.Count(j => j.Confidence >= Sure);
            var rightWhenSure = Percent(tuning.Count(j => j.Confidence >= Sure && j.Sample.Label), sure);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {set.Key,-24} ranked first {first}; answered {answered}, wrongly {wrongly}; visible {visible}; "
                + $"off topic shown {shown}; at 0.9 {rightWhenSure} right of {sure}"));
        }

        static string Percent(int part, int whole) =>
            string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0.0}%");
    }
}
