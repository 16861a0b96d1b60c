using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Usage;

/// <summary>The store of counts and questions on a database.</summary>
internal sealed class UsageStore(DatabaseExecutor database) : IUsageStore
{
    public Task AddAsync(IReadOnlyList<UsageBatch> batches, Instant at, CancellationToken cancellationToken)
    {
        var time = at.ToUnixTimeMilliseconds();
        FormattableString[] statements = [.. UsageStatements.AddCounts(batches, time), .. UsageStatements.AddQuestions(batches, time)];
        return database.RunAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                var written = 0;
                foreach (var statement in statements) written += await context.Database.ExecuteSqlAsync(statement, ct);
                await transaction.CommitAsync(ct);
                return written;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<UsageCount>> GetTotalsAsync(string community, Instant after, Instant until, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<UsageCount>>(
            async (context, ct) =>
            {
                var sums = await UsageQueries.BetweenTimes(context, community, after.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds())
                    .GroupBy(u => new { u.Article, u.Entry, u.Kind })
                    .Select(g => new { g.Key.Article, g.Key.Entry, g.Key.Kind, Count = g.Sum(u => u.Count) })
                    .OrderBy(s => s.Article).ThenBy(s => s.Entry).ThenBy(s => s.Kind)
                    .ToListAsync(ct);
                return [.. sums.Select(s => new UsageCount(s.Article, s.Entry, UsageKindNames.Parse(s.Kind), Bounded(s.Count)))];
            },
            cancellationToken);

    public Task<IReadOnlyList<DayCount>> GetDailyCountsAsync(string community, Instant after, Instant until, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<DayCount>>(
            async (context, ct) =>
            {
                var sums = await UsageQueries.BetweenTimes(context, community, after.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds())
                    .GroupBy(u => new { Day = u.At - (u.At % 86_400_000), u.Kind })
                    .Select(g => new { g.Key.Day, g.Key.Kind, Count = g.Sum(u => u.Count) })
                    .OrderBy(s => s.Day).ThenBy(s => s.Kind)
                    .ToListAsync(ct);
                return [.. sums.Select(s => new DayCount(Instant.FromUnixTimeMilliseconds(s.Day).InUtc().Date, UsageKindNames.Parse(s.Kind), Bounded(s.Count)))];
            },
            cancellationToken);

    public Task<IReadOnlyList<UnansweredQuestion>> ListUnansweredAsync(string community, int max, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        return database.RunAsync<IReadOnlyList<UnansweredQuestion>>(
            async (context, ct) => [.. (await UsageQueries.Unanswered(context, community, max).ToListAsync(ct)).Select(Question)],
            cancellationToken);
    }

    public Task<int> DismissAsync(string community, string article, IReadOnlyCollection<string> texts, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            await context.LockUsageAsync(ct);
            var dismissed = await context.Questions.Where(q => q.Community == community && q.Article == article && texts.Contains(q.Text))
                .ExecuteUpdateAsync(row => row.SetProperty(q => q.Dismissed, true), ct);
            await transaction.CommitAsync(ct);
            return dismissed;
        },
        cancellationToken);

    public Task PurgeExpiredAsync(Instant questionsBefore, Instant countsBefore, Instant foldBefore, CancellationToken cancellationToken)
    {
        // Of what is put together by day, a day goes when the whole of it is from before.
        var (oldest, folded) = (UsageStatements.GetDayStart(countsBefore.ToUnixTimeMilliseconds()), UsageStatements.GetDayStart(foldBefore.ToUnixTimeMilliseconds()));
        return database.RunAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                // What another writes or puts together meanwhile would be deleted uncounted, or counted twice.
                await context.LockUsageAsync(ct);
                var tidied = await UsageQueries.OldCounts(context, oldest).ExecuteDeleteAsync(ct)
                    + await context.Database.ExecuteSqlAsync(UsageStatements.Fold(folded), ct)
                    + await context.Database.ExecuteSqlAsync(UsageStatements.DeleteFolded(folded), ct)
                    + await UsageQueries.OldQuestions(context, questionsBefore.ToUnixTimeMilliseconds()).ExecuteDeleteAsync(ct);
                await transaction.CommitAsync(ct);
                return tidied;
            },
            cancellationToken);
    }

    private static UnansweredQuestion Question(QuestionRow row) =>
        new(row.Article, row.Text, UsageKindNames.Parse(row.Kind), Bounded(row.Count), Instant.FromUnixTimeMilliseconds(row.LastAt));

    private static int Bounded(long count) => (int)Math.Clamp(count, int.MinValue, int.MaxValue);
}
