using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Usage;

/// <summary>Queries over many rows; all use indexes.</summary>
internal static class UsageQueries
{
    public static IQueryable<UsageRow> BetweenTimes(StorageContext context, string server, long after, long until) =>
        context.Usage.Where(u => u.Server == server && u.At > after && u.At <= until);

    public static IQueryable<QuestionRow> Unanswered(StorageContext context, string server, int max) =>
        context.Questions.AsNoTracking()
            .Where(q => q.Server == server && !q.Dismissed)
            .OrderByDescending(q => q.Count).ThenByDescending(q => q.LastAt).ThenBy(q => q.Article).ThenBy(q => q.Text)
            .Take(max);

    public static IQueryable<QuestionRow> OldQuestions(StorageContext context, Instant before) =>
        context.Questions.Where(q => q.LastAt < before);

    public static IQueryable<UsageRow> OldCounts(StorageContext context, long before) =>
        context.Usage.Where(u => u.At < before);
}
