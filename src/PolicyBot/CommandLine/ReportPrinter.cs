using System.Globalization;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.CommandLine;

/// <summary>
/// Writes a report as a table. For the held half, it writes only totals, so that nobody tunes on its questions.
/// </summary>
internal static class ReportPrinter
{
    private const int NameWidth = 36;

    public static void Print(EvaluationReport report, Thresholds thresholds, TextWriter output)
    {
        var outcomes = report.Outcomes;
        var (count, unanswerable) = (outcomes.Count, outcomes.Count(o => !o.Question.IsAnswerable));
        var covered = outcomes.Count(o => o.Question.IsCovered);
        WriteLine(
            output,
            $"questions: {count}, {unanswerable} that the article doesn't answer, {covered} that an entry answers");
        WriteLine(output, $"thresholds: answer {thresholds.Answer:0.##}, closest {thresholds.Offer:0.##}");
        WriteLine(output, $"");
        WriteHeading("", "%");
        foreach (var (name, rate) in report.Rows) WriteRow(name, rate);
        WriteLine(output, $"");
        WriteHeading("confidence of answers", "right %");
        foreach (var (from, to, rate) in report.GetCalibration())
            WriteRow(string.Create(CultureInfo.InvariantCulture, $"{from:0.0} to {to:0.0}"), rate);
        var (sure, right) = (report.GivenWhenSure, report.RightWhenSure.Count);
        WriteLine(output, $"with confidence 0.9 or more: {sure.Count} of {sure.Total} answers, {right} of them right");
        if (outcomes.All(o => o.Question.Half == EvaluationHalf.Tuning)) PrintConfusions(outcomes, output);

        void WriteHeading(string name, string share) =>
            WriteLine(output, $"{name,-NameWidth}{share,7}  {"95% interval",-15}{"count",14}");

        void WriteRow(string name, Rate rate)
        {
            var share = rate.Total == 0 ? "–" : (100 * rate.Share).ToString("0.0", CultureInfo.InvariantCulture);
            var (low, high) = rate.Interval;
            var count = string.Create(CultureInfo.InvariantCulture, $"{rate.Count} of {rate.Total}");
            WriteLine(output, $"{name,-NameWidth}{share,7}  {100 * low,5:0.0} to {100 * high,-6:0.0}{count,14}");
        }
    }

    private static void PrintConfusions(IReadOnlyList<EvaluationOutcome> outcomes, TextWriter output)
    {
        PrintList("wrong answers", outcomes.Where(o => o.IsAnsweredWrongly));
        PrintList("false refusals", outcomes.Where(o => o.IsFalseRefusal));
        PrintList(
            "not helped",
            outcomes.Where(o => o.Question.IsAnswerable && !o.IsHelped && !o.IsAnsweredWrongly && !o.IsFalseRefusal));

        void PrintList(string kind, IEnumerable<EvaluationOutcome> confused)
        {
            var list = confused.ToList();
            if (list.Count > 0) WriteLine(output, $"\n{kind} (right → given: question)");
            foreach (var o in list)
                WriteLine(output, $"{DescribeRight(o.Question)} → {DescribeGiven(o.Answer)}: {o.Question.Question}");
        }
    }

    private static string DescribeRight(EvaluationQuestion question) =>
        question.IsCovered ? string.Join('|', question.Entries) : question.IsAnswerable ? "no entry" : "-";

    private static string DescribeGiven(Answer answer) => answer switch
    {
        Answer.Answered answered => answered.Entry.Id,
        Answer.Ambiguous => string.Join(" or ", answer.Suggestions.Select(s => s.Entry.Id)),
        Answer.NoPreparedAnswer { Closest: { } closest } => $"closest {closest.Id}",
        Answer.NoPreparedAnswer => "passages",
        Answer.NotInArticle => "not in the article",
        Answer.SmallTalk => "small talk",
        _ => "not understood",
    };

    private static void WriteLine(TextWriter output, FormattableString line) =>
        output.Write(line.ToString(CultureInfo.InvariantCulture) + "\n");
}
