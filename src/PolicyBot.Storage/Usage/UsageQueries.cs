using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Usage;

/// <summary>What is read, and dropped, of many rows; all by indices.</summary>
internal static class UsageQueries
{
    public static IQueryable<UsageRow> BetweenTimes(StorageContext context, string community, long after, long until) => context.Usage
        .Where(u => u.Community == community && u.At > after && u.At <= until);

    public static IQueryable<QuestionRow> Unanswered(StorageContext context, string community, int max) => context.Questions.AsNoTracking()
        .Where(q => q.Community == community && !q.Dismissed)
        .OrderByDescending(q => q.Count).ThenByDescending(q => q.LastAt).ThenBy(q => q.Article).ThenBy(q => q.Text)
        .Take(max);

    public static IQueryable<QuestionRow> OldQuestions(StorageContext context, long before) => context.Questions.Where(q => q.LastAt < before);

    public static IQueryable<UsageRow> OldCounts(StorageContext context, long before) => context.Usage.Where(u => u.At < before);
}
