using Microsoft.EntityFrameworkCore;
using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Storage.Schema;

/// <summary>The tables on SQLite, where a transaction locks the whole database from its beginning.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StorageContext(options)
{
    public override string Clock => "CAST(unixepoch('subsec') * 1000 AS integer)";

    public override IQueryable<Subscription> ForUpdate(string channel) =>
        Subscriptions.AsNoTracking().Where(s => s.Channel == channel);

    public override Task LockAllAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task LockUsageAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
