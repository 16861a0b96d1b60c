using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>
/// Reports how well questions were answered. A question is <em>covered</em> if an entry of the set answers it.
/// </summary>
public sealed class EvaluationReport
{
    private const double Sure = 0.9;
    private const int CalibrationBins = 10;

    /// <summary>Creates a report.</summary>
    /// <param name="outcomes">Every question with its outcome.</param>
    public EvaluationReport(IReadOnlyList<EvaluationOutcome> outcomes) => Outcomes = outcomes;

    /// <summary>Every question with its outcome, in the order given.</summary>
    public IReadOnlyList<EvaluationOutcome> Outcomes { get; }

    /// <summary>Covered questions answered with a right entry.</summary>
    public Rate AnsweredCorrectly => Count(o => o.Question.IsCovered, o => o.IsAnsweredCorrectly);

    /// <summary>Covered questions whose right answer is shown, as the answer or as the closest.</summary>
    public Rate RightAnswerVisible => Count(o => o.Question.IsCovered, o => o.ShowsRightAnswer);

    /// <summary>Covered questions whose right answer is shown or suggested.</summary>
    public Rate RightAnswerVisibleOrOffered => Count(o => o.Question.IsCovered, o => o.ShowsOrOffersRightAnswer);

    /// <summary>
    /// Answerable questions whose right answer is shown or suggested, or for which a right passage or right evidence is
    /// shown.
    /// </summary>
    public Rate Helped => Count(o => o.Question.IsAnswerable, o => o.IsHelped);

    /// <summary>Answerable questions for which no entry's answer is shown, but a right passage is.</summary>
    public Rate RightPassageShown =>
        Count(o => o.Question.IsAnswerable && o.ShownEntry is null, o => o.ShowsRightPassage);

    /// <summary>All questions answered with a wrong entry.</summary>
    public Rate AnsweredWrongly => Count(_ => true, o => o.IsAnsweredWrongly);

    /// <summary>Unanswerable questions that were not answered.</summary>
    public Rate UnanswerableNotAnswered => Count(o => !o.Question.IsAnswerable, o => o.Answer is not Answer.Answered);

    /// <summary>Off-topic questions for which a choice, or the closest question with its answer, was shown.</summary>
    public Rate OffTopicShown =>
        Count(o => o.Question.Style == EvaluationQuestion.OffTopic, o => o.ShowsClosestOrChoice);

    /// <summary>Unanswerable questions for which the bot said that the article does not answer.</summary>
    public Rate NotInArticle => Count(o => !o.Question.IsAnswerable, o => o.IsNotInArticle);

    /// <summary>
    /// The same for unanswerable questions with a name that the set lists as absent, in the same spelling.
    /// </summary>
    public Rate NotInArticleByName =>
        Count(o => !o.Question.IsAnswerable && o.Question.HasAbsentName, o => o.IsNotInArticle);

    /// <summary>Answerable questions for which the bot said that the article does not answer.</summary>
    public Rate FalseRefusals => Count(o => o.Question.IsAnswerable, o => o.IsFalseRefusal);

    /// <summary>All questions for which a choice was offered.</summary>
    public Rate Choices => Count(_ => true, o => o.IsChoice);

    /// <summary>Answers given at a confidence of 0.9 or more, of all answers.</summary>
    public Rate GivenWhenSure => Count(o => o.Answer is Answer.Answered, o => o.Answer.Confidence >= Sure);

    /// <summary>Right answers, of those given at a confidence of 0.9 or more.</summary>
    public Rate RightWhenSure =>
        Count(o => o.Answer is Answer.Answered && o.Answer.Confidence >= Sure, o => o.IsAnsweredCorrectly);

    /// <summary>All rates of the report, in reading order.</summary>
    public IReadOnlyList<EvaluationRow> Rows =>
    [
        new("answered correctly", AnsweredCorrectly),
        new("right answer visible at once", RightAnswerVisible),
        new("right answer visible or offered", RightAnswerVisibleOrOffered),
        new("helped", Helped),
        new("right passage shown", RightPassageShown),
        new("answered wrongly", AnsweredWrongly),
        new("unanswerable, not answered", UnanswerableNotAnswered),
        new("closest or choice shown (off-topic)", OffTopicShown),
        new("“not in article” said (unanswerable)", NotInArticle),
        new("“not in article” said (absent name)", NotInArticleByName),
        new("false refusals", FalseRefusals),
        new("choice offered", Choices),
    ];

    /// <summary>Asks every question.</summary>
    public static EvaluationReport Run(Answerer answerer, IEnumerable<EvaluationQuestion> questions) =>
        new([.. questions.Select(q => new EvaluationOutcome(q, answerer.Ask(q.Question)))]);

    /// <summary>
    /// Gets the share of right answers for each tenth of confidence; tenths without answers are left out.
    /// </summary>
    public IReadOnlyList<(double From, double To, Rate Right)> GetCalibration() =>
    [
        .. Outcomes.Where(o => o.Answer is Answer.Answered)
            .GroupBy(o => Math.Min(CalibrationBins - 1, (int)(o.Answer.Confidence * CalibrationBins)))
            .OrderBy(g => g.Key)
            .Select(g => (
                (double)g.Key / CalibrationBins,
                (g.Key + 1.0) / CalibrationBins,
                new Rate(g.Count(o => o.IsAnsweredCorrectly), g.Count()))),
    ];

    /// <summary>
    /// Gets, for each confidence from high to low, the share of all questions whose best entry has at least that
    /// confidence, and the share of wrong ones among them.
    /// </summary>
    public IReadOnlyList<(double Coverage, double Error)> GetRiskCoverageCurve()
    {
        var points = new List<(double, double)>();
        var (answered, wrong) = (0, 0);
        foreach (var outcome in Outcomes.OrderByDescending(GetBestConfidence))
        {
            answered++;
            if (outcome.Answer.Candidates is not [var best, ..] || !outcome.Question.IsRight(best)) wrong++;
            points.Add(((double)answered / Outcomes.Count, (double)wrong / answered));
        }

        return points;
    }

    private static double GetBestConfidence(EvaluationOutcome outcome) =>
        outcome.Answer.Candidates is [var best, ..] ? best.Confidence : 0;

    private Rate Count(Func<EvaluationOutcome, bool> among, Func<EvaluationOutcome, bool> which)
    {
        var all = Outcomes.Where(among).ToList();
        return new Rate(all.Count(which), all.Count);
    }
}
