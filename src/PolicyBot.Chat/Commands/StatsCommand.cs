using System.Globalization;
using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// <c>/stats [days] [export]</c>: counts what was asked and how it was answered: in total, by day and by question; or
/// as a table.
/// </summary>
internal sealed class StatsCommand(IUsageStore store, UsageTracker usage, ServerArticles articles, IClock clock)
    : ModeratorCommand(
        "stats",
        "Show what was asked here, and how I answered.",
        [
            new CommandOption(DaysOption, "How many days back: 1 to 365 (default: 30).") { IsDefault = true },
            new CommandOption(ExportOption, "Get the counts of each question as a table.") { Kind = OptionKind.Flag },
        ])
{
    private const string DaysOption = "days";
    private const string ExportOption = "export";
    private const int DaysShown = 14;
    private const int EntriesShown = 10;

    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        var days = UsageRange.DefaultDays;
        if (context.GetOption(DaysOption) is { } typed
            && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out days)
                || days is < 1 or > UsageRange.MaxDays))
            return Reply.Private(StatsTexts.InvalidDays(TextTruncator.Quote(typed), UsageRange.MaxDays));

        var now = clock.GetCurrentInstant();
        var after = UsageRange.GetStart(now, days);
        var counts = await usage.GetTotalsAsync(context.Server, after, now, cancellationToken);
        if (context.Request.HasFlag(ExportOption)) return Export(counts, days);
        var byDay = await store.GetDailyCountsAsync(context.Server, after, now, cancellationToken);
        // Without the article, the counts are still shown, but not by question.
        var lookup = await articles.FindAsync(context.Server, null, cancellationToken);
        var served = (lookup as ArticleLookup.Found)?.Articles ?? [];
        List<Block> blocks = counts.Count == 0
            ? [new Block.Paragraph(StatsTexts.Nothing)]
            :
            [
                new Block.List(ListTotals(UsageTotals.From(counts))),
                new Block.List(ListDays(byDay), StatsTexts.ByDay),
                .. ListArticles(counts, served),
                .. served.SelectMany(a => ListEntries(counts, a, isOneOfSeveral: served.Count > 1)),
                new Block.Note(StatsTexts.Note),
            ];
        return new Reply { Title = StatsTexts.Title(days), Blocks = blocks };
    }

    private static Reply Export(IReadOnlyList<UsageCount> counts, int days) => counts.Count == 0
        ? Reply.Private(StatsTexts.Nothing)
        : new Reply
        {
            Title = StatsTexts.Title(days),
            Blocks = [new Block.Paragraph(StatsTexts.Exported)],
            File = new AttachedFile("stats.csv", "text/csv", UsageTables.WriteCounts(counts), StatsTexts.Exported),
        };

    private static List<ListItem> ListTotals(UsageTotals totals) =>
    [
        new ListItem($"{totals.Asked}", "Asked"),
        new ListItem(StatsTexts.Share(totals.Answered, totals.Asked), "Answered"),
        new ListItem(StatsTexts.Choices(totals), "Offered a choice"),
        new ListItem(StatsTexts.Share(totals.NoPreparedAnswer, totals.Asked), "No prepared answer"),
        new ListItem(StatsTexts.Refusals(totals), "Refused"),
        new ListItem($"{totals.Helpful} 👍, {totals.NotHelpful} 👎", "Feedback"),
    ];

    private static List<ListItem> ListDays(IReadOnlyList<DayCount> counts)
    {
        var days = counts.GroupBy(c => c.Day).OrderByDescending(d => d.Key).ToList();
        var items = days.Take(DaysShown)
            .Select(d => new ListItem(
                StatsTexts.Day(UsageTotals.From(d)), d.Key.ToString("ddd, d MMM", CultureInfo.InvariantCulture)))
            .ToList();
        if (days.Count > DaysShown)
            items.Add(
                new ListItem(StatsTexts.Day(UsageTotals.From(days.Skip(DaysShown).SelectMany(d => d))), "Earlier"));
        return items;
    }

    // Also those that the server has used before, which have only their names.
    private static IEnumerable<Block> ListArticles(
        IReadOnlyList<UsageCount> counts, IReadOnlyList<ServedArticle> served)
    {
        var articles = counts.GroupBy(c => c.Article)
            .Select(a => (Name: a.Key, Totals: UsageTotals.From(a)))
            .Where(a => a.Totals.Asked > 0)
            .OrderByDescending(a => a.Totals.Asked).ThenBy(a => a.Name, StringComparer.Ordinal)
            .ToList();
        if (articles.Count < 2) yield break;
        yield return new Block.List(
            [
                .. articles.Select(a => new ListItem(
                    StatsTexts.Day(a.Totals),
                    served.FirstOrDefault(s => s.Set.Name == a.Name)?.Set.Article.Title ?? a.Name)),
            ],
            StatsTexts.ByArticle);
    }

    private static IEnumerable<Block> ListEntries(
        IReadOnlyList<UsageCount> counts, ServedArticle article, bool isOneOfSeveral)
    {
        var entries = counts.Where(c => c.Entry.Length > 0 && c.Article == article.Set.Name).GroupBy(c => c.Entry)
            .Select(g => (Entry: article.Set.FindQuestion(g.Key), Totals: UsageTotals.From(g)))
            .Where(e => e.Entry is not null)
            .OrderByDescending(e => e.Totals.Shown).ThenBy(e => e.Entry!.Id, StringComparer.Ordinal).ToList();
        if (entries.Count == 0) yield break;
        var items = entries.Take(EntriesShown).Select(e => new ListItem(StatsTexts.Entry(e.Totals), e.Entry!.Question));
        yield return new Block.List(
            [.. items],
            StatsTexts.ByQuestion(
                Math.Min(entries.Count, EntriesShown),
                entries.Count,
                isOneOfSeveral ? article.Set.Article.Title : null));
    }
}
