using Microsoft.EntityFrameworkCore;

namespace PolicyBot.Storage.Schema;

/// <summary>The tables; each database has a context of its own, so that each has migrations of its own.</summary>
internal abstract class StorageContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<ServerSettingsRow> Communities => Set<ServerSettingsRow>();

    public DbSet<UsageRow> Usage => Set<UsageRow>();

    public DbSet<QuestionRow> Questions => Set<QuestionRow>();

    /// <summary>The subscription of a channel, which nobody else changes till the transaction ends.</summary>
    public abstract IQueryable<SubscriptionRow> ForUpdate(string channel);

    /// <summary>Keeps everybody else from writing to any table till the transaction ends.</summary>
    public abstract Task LockAllAsync(CancellationToken cancellationToken);

    /// <summary>Keeps everybody else from writing counts and questions till the transaction ends.</summary>
    public abstract Task LockUsageAsync(CancellationToken cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SubscriptionRow>(row =>
        {
            row.ToTable("subscriptions").HasKey(s => s.Channel);
            row.Property(s => s.Channel).HasColumnName("channel");
            row.Property(s => s.Community).HasColumnName("community");
            row.Property(s => s.Time).HasColumnName("time");
            row.Property(s => s.Zone).HasColumnName("zone");
            row.Property(s => s.Content).HasColumnName("content");
            row.Property(s => s.SetBy).HasColumnName("set_by");
            row.Property(s => s.NextDue).HasColumnName("next_due");
            row.Property(s => s.Paused).HasColumnName("paused");
            row.Property(s => s.SkipsNext).HasColumnName("skips_next");
            row.HasIndex(s => s.Community).HasDatabaseName("ix_subscriptions_community");
            row.HasIndex(s => new { s.NextDue, s.Channel }).HasDatabaseName("ix_subscriptions_next_due").HasFilter("paused IS NULL");
        });
        modelBuilder.Entity<LedgerRow>(row =>
        {
            row.ToTable("ledger").HasKey(l => new { l.Channel, l.Day });
            row.Property(l => l.Channel).HasColumnName("channel");
            row.Property(l => l.Day).HasColumnName("day");
            row.Property(l => l.State).HasColumnName("state");
            row.Property(l => l.Post).HasColumnName("post");
            row.Property(l => l.Message).HasColumnName("message");
            row.Property(l => l.Attempts).HasColumnName("attempts");
            row.Property(l => l.Owner).HasColumnName("owner");
            row.Property(l => l.LeaseUntil).HasColumnName("lease_until");
            row.Property(l => l.Note).HasColumnName("note");
            row.Property(l => l.At).HasColumnName("at");
            row.Property(l => l.Community).HasColumnName("community");
            row.HasIndex(l => new { l.Channel, l.LeaseUntil }).HasDatabaseName("ix_ledger_claimed").HasFilter($"state = '{LedgerStateNames.Claimed}'");
            row.HasIndex(l => l.Community).HasDatabaseName("ix_ledger_community");
        });
        modelBuilder.Entity<ServerSettingsRow>(row =>
        {
            row.ToTable("communities").HasKey(c => c.Id);
            row.Property(c => c.Id).HasColumnName("id");
            row.Property(c => c.Article).HasColumnName("article");
            row.Property(c => c.IsPrivate).HasColumnName("is_private");
            row.Property(c => c.AnswerFrom).HasColumnName("answer_from");
            row.Property(c => c.OfferFrom).HasColumnName("offer_from");
            row.Property(c => c.MentionChannels).HasColumnName("mention_channels");
            row.Property(c => c.LeftAt).HasColumnName("left_at");
            row.HasIndex(c => c.LeftAt).HasDatabaseName("ix_communities_left_at").HasFilter("left_at IS NOT NULL");
        });
        modelBuilder.Entity<UsageRow>(row =>
        {
            row.ToTable("usage").HasKey(u => new { u.Community, u.At, u.Article, u.Entry, u.Kind });
            row.Property(u => u.Community).HasColumnName("community");
            row.Property(u => u.At).HasColumnName("at");
            row.Property(u => u.Article).HasColumnName("article");
            row.Property(u => u.Entry).HasColumnName("entry");
            row.Property(u => u.Kind).HasColumnName("kind");
            row.Property(u => u.Count).HasColumnName("count");
            row.HasIndex(u => u.At).HasDatabaseName("ix_usage_at");
            row.HasIndex(u => u.At, "ix_usage_unfolded").HasFilter("at % 86400000 <> 0");
        });
        modelBuilder.Entity<QuestionRow>(row =>
        {
            row.ToTable("questions").HasKey(q => new { q.Community, q.Article, q.Text });
            row.Property(q => q.Community).HasColumnName("community");
            row.Property(q => q.Article).HasColumnName("article");
            row.Property(q => q.Text).HasColumnName("text");
            row.Property(q => q.Kind).HasColumnName("kind");
            row.Property(q => q.Count).HasColumnName("count");
            row.Property(q => q.LastAt).HasColumnName("last_at");
            row.Property(q => q.Dismissed).HasColumnName("dismissed");
            row.HasIndex(q => new { q.Community, q.Count, q.LastAt }).HasDatabaseName("ix_questions_open").HasFilter("NOT dismissed");
            row.HasIndex(q => q.LastAt).HasDatabaseName("ix_questions_last_at");
        });
    }
}
