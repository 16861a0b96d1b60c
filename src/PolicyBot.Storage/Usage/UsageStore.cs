using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Usage;

/// <summary>The store of counts and of questions that were not answered.</summary>
internal sealed class UsageStore(DatabaseExecutor database) : IUsageStore, IUnansweredQuestions
{
    public Task AddAsync(IReadOnlyList<UsageBatch> batches, Instant at, CancellationToken cancellationToken)
    {
        FormattableString[] statements =
        [
            .. UsageStatements.AddCounts(batches, at),
            .. UsageStatements.AddQuestions(batches, at),
            .. UsageStatements.SetSuggestions(batches),
        ];
        var hasSuggestions = batches.Any(b => b.Suggestions.Count > 0);
        return database.RunAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                // Suggestions are about any stored questions, in any order.
                if (hasSuggestions) await context.LockUsageAsync(ct);
                var rows = 0;
                foreach (var statement in statements) rows += await context.Database.ExecuteSqlAsync(statement, ct);
                await transaction.CommitAsync(ct);
                return rows;
            },
            cancellationToken);
    }

    public Task TrimQuestionsAsync(
        IReadOnlyCollection<string> servers, int max, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var deleted = 0;
            foreach (var server in servers) deleted += await TrimQuestionsAsync(context, server, max, ct);
            return deleted;
        },
        cancellationToken);

    public Task<IReadOnlyList<UsageCount>> GetTotalsAsync(
        string server, Instant after, Instant until, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<UsageCount>>(
            async (context, ct) =>
            {
                var sums = await BetweenTimes(context, server, after, until)
                    .GroupBy(u => new { u.Article, u.Entry, u.Kind })
                    .Select(g => new { g.Key.Article, g.Key.Entry, g.Key.Kind, Count = g.Sum(u => u.Count) })
                    .OrderBy(s => s.Article).ThenBy(s => s.Entry).ThenBy(s => s.Kind)
                    .ToListAsync(ct);
                return [.. sums.Select(s => new UsageCount(s.Article, s.Entry, s.Kind, Clamp(s.Count)))];
            },
            cancellationToken);

    public Task<IReadOnlyList<DayCount>> GetDailyCountsAsync(
        string server, Instant after, Instant until, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<DayCount>>(
            async (context, ct) =>
            {
                var sums = await BetweenTimes(context, server, after, until)
                    .GroupBy(u => new { Day = u.At - (u.At % 86_400_000), u.Kind })
                    .Select(g => new { g.Key.Day, g.Key.Kind, Count = g.Sum(u => u.Count) })
                    .OrderBy(s => s.Day).ThenBy(s => s.Kind)
                    .ToListAsync(ct);
                return [.. sums.Select(s => new DayCount(GetDate(s.Day), s.Kind, Clamp(s.Count)))];
            },
            cancellationToken);

    public Task<IReadOnlyList<UnansweredQuestion>> ListUnansweredAsync(
        string server, int max, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        return database.RunAsync<IReadOnlyList<UnansweredQuestion>>(
            async (context, ct) =>
                [.. (await UsageQueries.Unanswered(context, server, max).ToListAsync(ct)).Select(CreateQuestion)],
            cancellationToken);
    }

    public Task<IReadOnlyList<UnansweredQuestion>> ListAboutAsync(
        string article, int max, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        return database.RunAsync<IReadOnlyList<UnansweredQuestion>>(
            async (context, ct) =>
            {
                var rows = await context.Questions.AsNoTracking()
                    .Where(q => q.Article == article && !q.Dismissed)
                    .ToListAsync(ct);
                // Several servers may have asked the same.
                return
                [
                    .. rows.GroupBy(r => r.Text, StringComparer.Ordinal)
                        .Select(g =>
                            CreateQuestion(g.MaxBy(r => r.LastAt)!) with
                            {
                                Count = Clamp(g.Sum(r => r.Count)),
                                FirstAt = g.Min(r => r.FirstAt),
                            })
                        .OrderByDescending(q => q.Count).ThenByDescending(q => q.LastAt)
                        .ThenBy(q => q.Text, StringComparer.Ordinal)
                        .Take(max),
                ];
            },
            cancellationToken);
    }

    public Task<int> DismissAsync(
        string server, string article, IReadOnlyCollection<string> texts, CancellationToken cancellationToken) =>
        database.RunAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                await context.LockUsageAsync(ct);
                var dismissed = await context.Questions
                    .Where(q => q.Server == server && q.Article == article && texts.Contains(q.Text))
                    .ExecuteUpdateAsync(row => row.SetProperty(q => q.Dismissed, true), ct);
                await transaction.CommitAsync(ct);
                return dismissed;
            },
            cancellationToken);

    public Task PurgeExpiredAsync(
        Instant questionsBefore, Instant countsBefore, Instant foldBefore, CancellationToken cancellationToken)
    {
        // The sum of a day is deleted when all of the day has expired.
        var oldest = UsageStatements.GetDayStart(countsBefore);
        var unfolded = UsageStatements.GetDayStart(foldBefore);
        return database.DeleteAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                // Without the lock, what another instance adds or folds now could be lost, or counted twice.
                await context.LockUsageAsync(ct);
                var rows = await UsageQueries.OldCounts(context, oldest).ExecuteDeleteAsync(ct)
                    + await context.Database.ExecuteSqlAsync(UsageStatements.Fold(unfolded), ct)
                    + await context.Database.ExecuteSqlAsync(UsageStatements.DeleteFolded(unfolded), ct)
                    + await UsageQueries.OldQuestions(context, questionsBefore).ExecuteDeleteAsync(ct);
                await transaction.CommitAsync(ct);
                return rows;
            },
            cancellationToken);
    }

    private static async Task<int> TrimQuestionsAsync(
        StorageContext context, string server, int max, CancellationToken cancellationToken)
    {
        var ofServer = context.Questions.Where(q => q.Server == server);
        if (await ofServer.CountAsync(cancellationToken) <= max) return 0;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockUsageAsync(cancellationToken);
        // Another instance may have deleted some meanwhile.
        var excess = await ofServer.LongCountAsync(cancellationToken) - max;
        if (excess <= 0) return 0;
        var deleted = await context.Database.ExecuteSqlAsync(
            UsageStatements.TrimQuestions(server, excess), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return deleted;
    }

    private static IQueryable<UsageRow> BetweenTimes(
        StorageContext context, string server, Instant after, Instant until) =>
        UsageQueries.BetweenTimes(context, server, after.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());

    private static LocalDate GetDate(long milliseconds) =>
        Instant.FromUnixTimeMilliseconds(milliseconds).InUtc().Date;

    private static UnansweredQuestion CreateQuestion(QuestionRow row) =>
        new(row.Article, row.Text, row.Kind, Clamp(row.Count), row.LastAt)
        {
            FirstAt = row.FirstAt,
            SuggestedEntry = row.SuggestedEntry,
        };

    private static int Clamp(long count) => (int)Math.Clamp(count, int.MinValue, int.MaxValue);
}
