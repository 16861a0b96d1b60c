using System.Diagnostics;
using System.Globalization;
using PolicyBot.Benchmarks.Accuracy;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Evaluation.Effects;
using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>How long it takes to apply a server's changes to the shipped set, and to find what they do.</summary>
internal static class EffectsReport
{
    private const int Changes = 500;
    private const int Runs = 5;

    public static int Run(TextWriter output)
    {
        var evaluated = EvaluatedSet.LoadShipped();
        var set = evaluated.Set;
        var many = Enumerable.Range(1, Changes).Select(n => new NumberedChange(n, CreateChange(set, n))).ToList();
        for (var run = 0; run < Runs; run++)
        {
            var (layered, time) = Measure(() => LayeredSet.Apply(set, many));
            Write(output, $"{Changes} changes applied, {layered.Rejected.Count} rejected", time);
        }

        var encoder =
            SentenceEncoder.Load(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin")));
        var store = new VectorStore(encoder);
        var (before, training) = Measure(() => new Answerer(set, vectors: store));
        Write(output, "trained, with all vectors", training);
        for (var run = 0; run < 2; run++)
        {
            var changed = LayeredSet.Apply(set, [.. many.Skip(run * 10).Take(10)]).Set;
            var (after, retraining) = Measure(() => new Answerer(changed, vectors: store));
            Write(output, "trained on the changed set", retraining);
            var (report, comparing) = Measure(
                () => EffectComparer.Compare(before, after, evaluated.Questions, [], CancellationToken.None));
            var kinds = report.Effects.CountBy(e => e.Kind).Select(k => $"{k.Value} {k.Key}");
            Write(output, $"{report.Asked} questions compared ({string.Join(", ", kinds)})", comparing);
        }

        return 0;
    }

    // Mostly phrasings; also edited, retired and new questions.
    private static SetChange CreateChange(KnowledgeSet set, int number)
    {
        var entry = set.Questions[number % set.Questions.Count];
        var question = string.Create(CultureInfo.InvariantCulture, $"{entry.Question.TrimEnd('?')} in case {number}?");
        ChangedSentence[] answer = [.. entry.Answer.Select(s => new ChangedSentence(s.Text, [s.Evidence[0].Text]))];
        return (number % 10) switch
        {
            1 => new SetChange.AddServerQuestion($"own-{number}", question, ["rule " + question], "Yes.", "Rule 1"),
            2 => new SetChange.EditQuestion(entry.Id, question, answer),
            3 => new SetChange.AddQuestion($"new-{number}", question, ["so " + question], answer),
            4 when number < Changes / 2 => new SetChange.Retire(entry.Id),
            _ => new SetChange.AddPhrasing(entry.Id, question),
        };
    }

    private static (T Result, Duration Time) Measure<T>(Func<T> run)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = run();
        return (result, new Duration(watch.Elapsed, Environment.CpuUsage.TotalTime - before));
    }

    private static void Write(TextWriter output, string what, Duration time)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {time.Elapsed.TotalMilliseconds:F0} ms, {time.Processor.TotalMilliseconds:F0} ms of processor"));
        output.Flush();
    }

    private readonly record struct Duration(TimeSpan Elapsed, TimeSpan Processor);
}
