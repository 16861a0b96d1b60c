using BenchmarkDotNet.Attributes;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>
/// Time and bytes per question, compared with a plain FuzzySharp scan, for the shipped set (0) and larger sets made
/// from it.
/// </summary>
[MemoryDiagnoser]
public class QuestionBenchmarks
{
    private static readonly string[] Questions =
    [
        "who put their signature under the letter?",
        "is it true facebook wants backdoors",
        "when was this sent",
        "did Google sign the letter too?",
        "what would the officials like Zuckerberg to do",
        "which people does encryption protect already",
        "why are the cops worried about it",
        "What is the best pizza topping?",
    ];

    private Answerer? _answerer;
    private WeightedRatioScan? _scan;
    private int _next;

    /// <summary>How many phrasings the set has; 0 is the shipped set as it is.</summary>
    [Params(0, 1_000, 10_000, 100_000)]
    public int Phrasings { get; set; }

    /// <summary>Loads and trains.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var set = ShippedSet.Load();
        if (Phrasings > 0) set = SyntheticSet.Grow(set, Phrasings);
        _answerer = new Answerer(set, new Thresholds(0.6, 0.4));
        _scan = new WeightedRatioScan(
            [
                .. set.Questions.Concat<Entry>(set.Unanswerable)
                    .Select(e => (IReadOnlyList<string>)[e.Question, .. e.Phrasings]),
            ]);
    }

    /// <summary>PolicyBot: a whole answer.</summary>
    [Benchmark]
    public Answer Ask() => _answerer!.Ask(Questions[_next++ % Questions.Length]);

    /// <summary>The baseline.</summary>
    [Benchmark(Baseline = true)]
    public object Scan() => _scan!.Find(Questions[_next++ % Questions.Length]);
}
