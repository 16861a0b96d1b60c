using System.Globalization;
using NodaTime.Text;
using PolicyBot.Knowledge.Exchange;

namespace PolicyBot.Chat.Usage;

/// <summary>Writes what servers asked as tables: CSV in UTF-8, in which no cell is run as a formula.</summary>
public static class UsageTables
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>Writes questions that were not answered, or not well, one a row.</summary>
    public static byte[] WriteQuestions(IEnumerable<UnansweredQuestion> questions) => Write(
    [
        UsageTableTexts.QuestionColumns,
        .. questions.Select(q => (IReadOnlyList<string>)
        [
            q.Text,
            q.Article,
            UsageTableTexts.Outcome(q.Kind),
            Format(q.Count),
            Time.Format(q.FirstAt),
            Time.Format(q.LastAt),
            q.SuggestedEntry ?? "",
        ]),
    ]);

    /// <summary>
    /// Writes counts, one article and entry a row. A row without an entry is about questions that no entry answered.
    /// </summary>
    public static byte[] WriteCounts(IEnumerable<UsageCount> counts) => Write(
    [
        UsageTableTexts.CountColumns,
        .. counts.GroupBy(c => (c.Article, c.Entry))
            .OrderBy(g => g.Key.Article, StringComparer.Ordinal).ThenBy(g => g.Key.Entry, StringComparer.Ordinal)
            .Select(g => CreateRow(g.Key.Article, g.Key.Entry, UsageTotals.From(g))),
    ]);

    private static IReadOnlyList<string> CreateRow(string article, string entry, UsageTotals totals) =>
    [
        article,
        entry,
        Format(totals.Answered),
        Format(totals.Picked),
        Format(totals.Helpful),
        Format(totals.NotHelpful),
        Format(totals.Offered),
        Format(totals.NoPreparedAnswer),
        Format(totals.NotInArticle),
        Format(totals.NotUnderstood),
    ];

    private static string Format(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        CsvTable.Write(rows, stream);
        return stream.ToArray();
    }
}
