using System.Globalization;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Evaluating;

/// <summary>Writes a report as a table. Of questions of the held half only totals are written: who tunes must not see them.</summary>
internal static class ReportPrinter
{
    public static void Print(EvaluationReport report, Thresholds thresholds, TextWriter output)
    {
        var unanswerable = report.RefusedRightly.Of;
        Line($"questions: {report.Outcomes.Count}, of them {unanswerable} that the article does not answer; thresholds {thresholds.Answer:0.##} and {thresholds.Offer:0.##}");
        Line($"{"",-26}{"%",7}  {"95 % interval",-15}{"count",14}");
        Row("right at first", report.RightAtFirst);
        Row("right or offered", report.RightOrOffered);
        Row("answered wrongly", report.AnsweredWrongly);
        Row("refused wrongly", report.RefusedWrongly);
        Row("refused rightly", report.RefusedRightly);
        Row("offered to choose", report.Offered);
        Line($"");
        Line($"{"confidence of answers",-26}{"right %",7}  {"95 % interval",-15}{"count",14}");
        foreach (var (from, to, right) in report.Calibration()) Row($"{from:0.0} to {to:0.0}", right);
        if (report.Outcomes.Any(o => o.Question.Half == EvaluationHalf.Held)) return;

        Line($"");
        var best = report.BestThresholds();
        Line($"thresholds that would serve these questions best: answer {best.Answer:0.00}, offer {best.Offer:0.00}");
        Confusions(report);

        void Row(string name, Rate rate) => Line(
            $"{name,-26}{100 * rate.Share,7:0.0}  {100 * rate.Interval.Low,5:0.0} to {100 * rate.Interval.High,-6:0.0}{$"{rate.Count:0.#} of {rate.Of}",14}");

        void Confusions(EvaluationReport all)
        {
            var confused = all.Outcomes.Where(o => o.IsWrong || (o.IsRefusal && o.IsAnswerable) || (o.IsOffer && !o.OffersRight)).ToList();
            if (confused.Count > 0) Line($"\nconfusions (right → given: question)");
            foreach (var o in confused) Line($"{(o.IsAnswerable ? string.Join('|', o.Question.Entries) : "-")} → {Given(o.Answer)}: {o.Question.Question}");
        }

        void Line(FormattableString line) => output.Write(line.ToString(CultureInfo.InvariantCulture) + "\n");
    }

    private static string Given(Answer answer) => answer switch
    {
        Answer.Answered answered => answered.Entry.Id,
        Answer.Ambiguous ambiguous => string.Join(" or ", ambiguous.Choices.Select(c => c.Entry.Id)),
        _ => "-",
    };
}
