using Microsoft.EntityFrameworkCore;

namespace PolicyBot.Storage.Schema;

/// <summary>The tables on SQLite, where a transaction has the database to itself from its begin on.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StorageContext(options)
{
    public override IQueryable<SubscriptionRow> ForUpdate(string channel) => Subscriptions.AsNoTracking().Where(s => s.Channel == channel);

    public override Task LockAllAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task LockUsageAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
