using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>How well a set's questions were answered.</summary>
public sealed class EvaluationReport
{
    private EvaluationReport(IReadOnlyList<EvaluationOutcome> outcomes) => Outcomes = outcomes;

    /// <summary>Every question with its outcome, in the order given.</summary>
    public IReadOnlyList<EvaluationOutcome> Outcomes { get; }

    /// <summary>Answerable questions answered with a right entry.</summary>
    public Rate RightAtFirst => Count(o => o.IsAnswerable, o => o.IsRight);

    /// <summary>Answerable questions answered with a right entry, or with one among the two or three offered.</summary>
    public Rate RightOrOffered => Count(o => o.IsAnswerable, o => o.IsRight || o.OffersRight);

    /// <summary>All questions answered with a wrong entry; an offer on an unanswerable question counts half.</summary>
    public Rate AnsweredWrongly => new(Outcomes.Sum(o => o.IsWrong ? 1 : o.IsOffer && !o.IsAnswerable ? 0.5 : 0), Outcomes.Count);

    /// <summary>Answerable questions refused.</summary>
    public Rate RefusedWrongly => Count(o => o.IsAnswerable, o => o.IsRefusal);

    /// <summary>Unanswerable questions refused.</summary>
    public Rate RefusedRightly => Count(o => !o.IsAnswerable, o => o.IsRefusal);

    /// <summary>All questions on which entries were offered instead of an answer.</summary>
    public Rate Offered => Count(_ => true, o => o.IsOffer);

    /// <summary>Asks every question.</summary>
    public static EvaluationReport Run(Answerer answerer, IEnumerable<EvaluationQuestion> questions) =>
        new([.. questions.Select(q => new EvaluationOutcome(q, answerer.Ask(q.Question)))]);

    /// <summary>Of the answers given at a confidence within each tenth, how many were right; tenths with none are left out.</summary>
    public IReadOnlyList<(double From, double To, Rate Right)> Calibration() =>
    [
        .. Outcomes.Where(o => o.Answer is Answer.Answered)
            .GroupBy(o => Math.Min(9, (int)(o.Answer.Confidence * 10)))
            .OrderBy(g => g.Key)
            .Select(g => (g.Key / 10.0, (g.Key + 1) / 10.0, new Rate(g.Count(o => o.IsRight), g.Count()))),
    ];

    /// <summary>For every confidence, from high to low, what share of all questions is answered from it on, and what share of those answers is wrong.</summary>
    public IReadOnlyList<(double Coverage, double Error)> Curve()
    {
        var points = new List<(double, double)>();
        var (answered, wrong) = (0, 0);
        foreach (var outcome in Outcomes.OrderByDescending(o => BestEntry(o.Answer).Confidence))
        {
            answered++;
            if (!outcome.Question.Entries.Contains(BestEntry(outcome.Answer).Id)) wrong++;
            points.Add(((double)answered / Outcomes.Count, (double)wrong / answered));
        }

        return points;
    }

    private static (string? Id, double Confidence) BestEntry(Answer answer) => answer switch
    {
        Answer.Answered answered => (answered.Entry.Id, answered.Confidence),
        Answer.Ambiguous ambiguous => (ambiguous.Choices[0].Entry.Id, ambiguous.Choices[0].Confidence),
        _ => answer.Suggestions is [var first, ..] ? (first.Entry.Id, first.Confidence) : (null, 0),
    };

    private Rate Count(Func<EvaluationOutcome, bool> among, Func<EvaluationOutcome, bool> which)
    {
        var all = Outcomes.Where(among).ToList();
        return new Rate(all.Count(which), all.Count);
    }
}
