using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Benchmarks.Accuracy;

/// <summary>
/// The baseline: answers with the entry of the phrasing that FuzzySharp finds most alike, unless the ratio is below a
/// threshold or the entry is one that the article does not answer. The threshold is the lowest by which at most 2% of
/// the tuning half, or of 150 of its questions, are answered wrongly.
/// </summary>
internal sealed class ScanAnswerer
{
    private const double WrongAnswers = 0.02;
    private const int MaxRatio = 100;

    // A scan of ten thousand phrasings takes a third of a second a question.
    private const int MaxTuning = 150;

    private readonly KnowledgeSet _set;
    private readonly WeightedRatioScan _scan;

    /// <summary>A scan of a set, with its threshold chosen.</summary>
    public ScanAnswerer(EvaluatedSet evaluated)
    {
        _set = evaluated.Set;
        _scan = new WeightedRatioScan(
            [.. _set.Questions.Concat<Entry>(_set.Unanswerable).Select(e => (string[])[e.Question, .. e.Phrasings])]);
        var all = evaluated.Questions.Where(q => q.Half == EvaluationHalf.Tuning).ToList();
        var step = (all.Count + MaxTuning - 1) / MaxTuning;
        var tuning = all.Where((_, i) => i % step == 0).AsParallel()
            .Select(q => (Question: q, Found: _scan.Find(q.Question))).ToList();
        var wrong = tuning.Where(t => t.Found.Entry < _set.Questions.Count
            && !t.Question.IsRight(_set.Questions[t.Found.Entry])).ToList();
        Threshold = Enumerable.Range(0, MaxRatio + 2)
            .First(ratio => wrong.Count(w => w.Found.Ratio >= ratio) <= WrongAnswers * tuning.Count);
    }

    /// <summary>The ratio from which a phrasing's entry is given, 0 to 101; at 101 no entry ever is.</summary>
    public int Threshold { get; }

    /// <summary>Asks every question.</summary>
    public EvaluationReport Run(IEnumerable<EvaluationQuestion> questions) =>
        new([.. questions.AsParallel().AsOrdered().Select(q => new EvaluationOutcome(q, Ask(q.Question)))]);

    private Answer Ask(string question)
    {
        var (entry, ratio) = _scan.Find(question);
        return ratio >= Threshold && entry < _set.Questions.Count
            ? new Answer.Answered(_set.Questions[entry]) { Question = question, Confidence = (double)ratio / MaxRatio }
            : new Answer.NoPreparedAnswer(null) { Question = question, Confidence = 1 - ((double)ratio / MaxRatio) };
    }
}
