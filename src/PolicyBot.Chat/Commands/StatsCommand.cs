using System.Globalization;
using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/stats [days]</c>: what was asked and what came of it, in all, by day and by entry.</summary>
internal sealed class StatsCommand(IUsageStore store, UsageTracker usage, ServerArticles articles, IClock clock) : ModeratorCommand("stats", "Show what was asked here, and what came of it.", [
    new CommandOption(DaysOption, "How many days back, 1 to 365; 30 where you leave it out.") { IsDefault = true },
])
{
    private const string DaysOption = "days";
    private const int DefaultDays = 30;
    private const int MaxDays = 365;
    private const int DaysShown = 14;
    private const int EntriesShown = 10;

    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        var days = DefaultDays;
        if (call.GetOption(DaysOption) is { } typed && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days is < 1 or > MaxDays))
            return Reply.Private($"{TextTruncator.Quote(typed)} is no number of days. Write one from 1 to {MaxDays}.");
        var now = clock.GetCurrentInstant();
        // Whole days, today among them.
        var after = now.InUtc().Date.PlusDays(1 - days).AtMidnight().InUtc().ToInstant() - Duration.FromMilliseconds(1);
        var counts = await usage.GetTotalsAsync(call.Server, after, now, cancellationToken);
        var byDay = await store.GetDailyCountsAsync(call.Server, after, now, cancellationToken);
        // What was asked is shown also if the article can't be loaded, then without the entries.
        var article = await articles.FindAsync(call.Server, cancellationToken) is ArticleLookup.Found found ? found.Article : null;
        return new Reply
        {
            Title = days == 1 ? "Asked here today" : $"Asked here in the last {days} days",
            Blocks = counts.Count == 0
                ? [new Block.Paragraph("Nothing was asked here in that time.")]
                : [new Block.List(InAll(UsageTotals.From(counts))), new Block.List(ByDay(byDay), "By day"), .. article is null ? [] : ByEntry(counts, article), new Block.Note("Days are those of UTC. Nobody sees who asked.")],
        };
    }

    private static List<ListItem> InAll(UsageTotals all) =>
    [
        new ListItem($"{all.Asked}", "Asked"),
        new ListItem(Share(all.Answered, all.Asked), "Answered"),
        new ListItem($"{Share(all.Offered, all.Asked)}; {(all.Picked == 1 ? "1 answer was" : $"{all.Picked} answers were")} picked from choices", "Offered a choice"),
        new ListItem(Share(all.NoPreparedAnswer, all.Asked), "No prepared answer"),
        new ListItem($"{Share(all.Refused, all.Asked)}; {all.NotInArticle} not in the article, {all.NotUnderstood} not understood", "Refused"),
        new ListItem($"{all.Helpful} found an answer helpful, {all.NotHelpful} did not", "Helpful"),
    ];

    private static List<ListItem> ByDay(IReadOnlyList<DayCount> counts)
    {
        var days = counts.GroupBy(c => c.Day).OrderByDescending(d => d.Key).ToList();
        List<ListItem> items = [.. days.Take(DaysShown).Select(d => new ListItem(Words(UsageTotals.From(d)), d.Key.ToString("ddd, d MMM", CultureInfo.InvariantCulture)))];
        if (days.Count > DaysShown) items.Add(new ListItem(Words(UsageTotals.From(days.Skip(DaysShown).SelectMany(d => d))), "Before"));
        return items;
    }

    private static IEnumerable<Block> ByEntry(IReadOnlyList<UsageCount> counts, ServedArticle article)
    {
        var entries = counts.Where(c => c.Entry.Length > 0 && c.Article == article.Set.Name).GroupBy(c => c.Entry)
            .Select(g => (Entry: article.Set.Questions.FirstOrDefault(q => q.Id == g.Key), Totals: UsageTotals.From(g)))
            .Where(e => e.Entry is not null)
            .OrderByDescending(e => e.Totals.Shown).ThenBy(e => e.Entry!.Id, StringComparer.Ordinal).ToList();
        if (entries.Count == 0) yield break;
        yield return new Block.List(
            [.. entries.Take(EntriesShown).Select(e => new ListItem($"shown {Times(e.Totals.Shown)}; helpful {e.Totals.Helpful}, not helpful {e.Totals.NotHelpful}", e.Entry!.Question))],
            entries.Count > EntriesShown ? $"By question, the {EntriesShown} most shown of {entries.Count}" : "By question");
    }

    private static string Words(UsageTotals day) =>
        $"{day.Asked} asked, {day.Answered} answered, {day.NoPreparedAnswer} without a prepared answer, {day.Refused} refused; " +
        $"helpful {day.Helpful}, not helpful {day.NotHelpful}";

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Share(int part, int whole) => whole == 0 ? $"{part}" : string.Create(CultureInfo.InvariantCulture, $"{part} ({100.0 * part / whole:0}%)");
}
