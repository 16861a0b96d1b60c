using Microsoft.EntityFrameworkCore;
using PolicyBot.Chat.Curation;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Curation;

/// <summary>The store of the changes that servers made to their sets.</summary>
internal sealed class CurationStore(DatabaseExecutor database) : ICurationStore
{
    public Task<IReadOnlyDictionary<string, int>> ListRevisionsAsync(CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyDictionary<string, int>>(
            async (context, ct) => await context.CurationRevisions.AsNoTracking()
                .ToDictionaryAsync(r => r.Server, r => r.Revision, StringComparer.Ordinal, ct),
            cancellationToken);

    public Task<CurationHistory> ReadAsync(string server, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            // The revision first: a change in between is then read again.
            var revision = await context.CurationRevisions.AsNoTracking().Where(r => r.Server == server)
                .Select(r => (int?)r.Revision).SingleOrDefaultAsync(ct);
            var rows = await context.Curation.AsNoTracking().Where(c => c.Server == server)
                .OrderBy(c => c.Number).ToListAsync(ct);
            return new CurationHistory(revision ?? 0, [.. rows.Select(CreateChange)]);
        },
        cancellationToken);

    public Task<bool> TryAddAsync(
        string server, CurationChange change, int revision, CancellationToken cancellationToken)
    {
        var json = string.Join('\n', change.Changes.Select(SetChangeJson.Write));
        return database.RunAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                if (!await TryIncreaseAsync(context, server, revision, ct)) return false;
                context.Curation.Add(new CurationRow
                {
                    Server = server,
                    Number = revision + 1,
                    Article = change.Article,
                    At = change.At,
                    Author = change.Author,
                    Reason = change.Reason,
                    Changes = json,
                });
                await context.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            cancellationToken);
    }

    public Task<bool> TryUndoAsync(
        string server, CurationChange change, int revision, CancellationToken cancellationToken) =>
        database.RunAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                if (!await TryIncreaseAsync(context, server, revision, ct)) return false;
                await context.Curation
                    .Where(c => c.Server == server && c.Number == change.Number)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(c => c.UndoneAt, change.UndoneAt)
                            .SetProperty(c => c.UndoneBy, change.UndoneBy),
                        ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            cancellationToken);

    // Locks the server's row, so that of two instances with the same revision only one succeeds.
    private static async Task<bool> TryIncreaseAsync(
        StorageContext context, string server, int revision, CancellationToken cancellationToken) =>
        revision == 0
            ? await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO curation_revisions (community, revision) VALUES ({server}, 1)
                ON CONFLICT (community) DO NOTHING
                """,
                cancellationToken) == 1
            : await context.CurationRevisions.Where(r => r.Server == server && r.Revision == revision)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.Revision, revision + 1), cancellationToken) == 1;

    private static CurationChange CreateChange(CurationRow row) => new(
        row.Number,
        row.Article,
        row.At,
        row.Author,
        row.Reason,
        [.. row.Changes.Split('\n').Select(SetChangeJson.Read)])
    {
        UndoneAt = row.UndoneAt,
        UndoneBy = row.UndoneBy,
    };
}
