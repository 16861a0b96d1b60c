using Microsoft.EntityFrameworkCore;
using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Storage.Schema;

/// <summary>The tables on PostgreSQL.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StorageContext(options)
{
    // The server's language must not change the order of channels and days.
    private const string BinaryOrder = "C";

    public override string Clock => "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";

    public override IQueryable<Subscription> ForUpdate(string channel) =>
        Subscriptions.FromSql($"SELECT * FROM subscriptions WHERE channel = {channel} FOR UPDATE").AsNoTracking();

    // All transactions use the tables in this order, so they can't deadlock. Readers aren't blocked.
    public override Task LockAllAsync(CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"""
        LOCK TABLE ledger, subscriptions, usage, questions, communities, curation_revisions, curation, vote_keys, votes
            IN EXCLUSIVE MODE
        """,
        cancellationToken);

    public override Task LockUsageAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"LOCK TABLE usage, questions IN EXCLUSIVE MODE", cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Subscription>().Property(s => s.Channel).UseCollation(BinaryOrder);
        modelBuilder.Entity<LedgerRow>(row =>
        {
            row.Property(l => l.Channel).UseCollation(BinaryOrder);
            row.Property(l => l.Day).UseCollation(BinaryOrder);
            row.Property(l => l.Server).UseCollation(BinaryOrder);
        });
        modelBuilder.Entity<ServerSettingsRow>().Property(s => s.Id).UseCollation(BinaryOrder);
        modelBuilder.Entity<UsageRow>(row =>
        {
            row.Property(u => u.Server).UseCollation(BinaryOrder);
            row.Property(u => u.Article).UseCollation(BinaryOrder);
            row.Property(u => u.Entry).UseCollation(BinaryOrder);
            row.Property(u => u.Kind).UseCollation(BinaryOrder);
        });
        modelBuilder.Entity<QuestionRow>(row =>
        {
            row.Property(q => q.Server).UseCollation(BinaryOrder);
            row.Property(q => q.Article).UseCollation(BinaryOrder);
            row.Property(q => q.Text).UseCollation(BinaryOrder);
        });
        modelBuilder.Entity<VoteRow>().Property(v => v.Server).UseCollation(BinaryOrder);
        modelBuilder.Entity<VoteKeyRow>().Property(k => k.Server).UseCollation(BinaryOrder);
        modelBuilder.Entity<CurationRow>().Property(c => c.Server).UseCollation(BinaryOrder);
        modelBuilder.Entity<CurationRevisionRow>().Property(r => r.Server).UseCollation(BinaryOrder);
    }
}
