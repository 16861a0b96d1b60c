using System.Globalization;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Benchmarks.Accuracy;

/// <summary>Writes columns as a Markdown table.</summary>
internal static class AccuracyTable
{
    // A scan has neither closest questions nor choices, and proves nothing.
    private static readonly HashSet<string> ScanRows =
        ["answered correctly", "answered wrongly", "unanswerable, not answered"];

    public static void Write(IReadOnlyList<AccuracyColumn> columns, TextWriter output)
    {
        output.WriteLine($"| | {string.Join(" | ", columns.Select(c => c.Name))} |");
        output.WriteLine($"| --- |{string.Concat(columns.Select(_ => " --- |"))}");
        var names = columns[0].Draws[0].Bot.Rows.Select(r => r.Name).ToList();
        for (var row = 0; row < names.Count; row++)
        {
            WriteRow(names[row], c => c.Draws.Select(d => d.Bot.Rows[row].Rate));
            if (ScanRows.Contains(names[row]))
                WriteRow("– by a FuzzySharp scan", c => c.Draws.Select(d => d.Scan.Rows[row].Rate));
        }

        WriteRow("right, of answers with confidence 0.9 or more", c => c.Draws.Select(d => d.Bot.RightWhenSure));

        void WriteRow(string name, Func<AccuracyColumn, IEnumerable<Rate>> rates) =>
            output.WriteLine($"| {name} | {string.Join(" | ", columns.Select(c => Format(GetMean([.. rates(c)]))))} |");
    }

    // The interval is that of one draw's questions: the same ones asked again do not make it narrower.
    private static Rate GetMean(IReadOnlyList<Rate> draws)
    {
        var of = (int)Math.Round(draws.Average(d => d.Total));
        var total = draws.Sum(d => d.Total);
        return new Rate(total == 0 ? 0 : draws.Sum(d => d.Count) / total * of, of);
    }

    private static string Format(Rate rate)
    {
        if (rate.Total == 0) return "–";
        var (low, high) = rate.Interval;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{100 * rate.Share:0.0}% ({100 * low:0.0} to {100 * high:0.0}; {rate.Count:0.#} of {rate.Total})");
    }
}
