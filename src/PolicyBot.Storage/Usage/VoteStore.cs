using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Usage;

/// <summary>
/// The store of votes. A voter is stored as a hash with a key of the server, so that the votes of two servers, or from
/// before and after a server's data was deleted, can't be matched.
/// </summary>
internal sealed class VoteStore(DatabaseExecutor database) : IVoteStore
{
    private const int KeyLength = 32;

    public Task<VoteResult> RecordAsync(Vote vote, Instant at, CancellationToken cancellationToken)
    {
        var day = Instant.FromUnixTimeMilliseconds(UsageStatements.GetDayStart(at));
        return database.RunAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                var hash = Hash(vote, await GetKeyAsync(context, vote.Server, ct));
                var result = await RecordAsync(context, vote, hash, day, ct);
                await transaction.CommitAsync(ct);
                return result;
            },
            cancellationToken);
    }

    public Task PurgeExpiredAsync(Instant before, CancellationToken cancellationToken) => database.DeleteAsync(
        (context, ct) => context.Votes.Where(v => v.At < before).ExecuteDeleteAsync(ct), cancellationToken);

    private static async Task<string> GetKeyAsync(
        StorageContext context, string server, CancellationToken cancellationToken)
    {
        var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyLength));
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO vote_keys (community, key) VALUES ({server}, {random}) ON CONFLICT (community) DO NOTHING",
            cancellationToken);
        return await context.VoteKeys.Where(k => k.Server == server).Select(k => k.Key)
            .SingleAsync(cancellationToken);
    }

    private static string Hash(Vote vote, string key)
    {
        // No id contains a line feed.
        var voter = Encoding.UTF8.GetBytes($"{vote.User}\n{vote.Article}\n{vote.Entry}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(key), voter));
    }

    // Each statement is atomic, so of two equal votes at the same time, one counts.
    private static async Task<VoteResult> RecordAsync(
        StorageContext context, Vote vote, string hash, Instant day, CancellationToken cancellationToken)
    {
        var isNew = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO votes (community, hash, is_helpful, was_not_helpful, at)
            VALUES ({vote.Server}, {hash}, {vote.IsHelpful}, {!vote.IsHelpful}, {day})
            ON CONFLICT (community, hash) DO NOTHING
            """,
            cancellationToken);
        if (isNew > 0) return new VoteResult(true, ReplacesOpposite: false, IsFirstNotHelpful: !vote.IsHelpful);
        var row = context.Votes.Where(v => v.Server == vote.Server && v.Hash == hash);
        var isChanged = await row.Where(v => v.IsHelpful != vote.IsHelpful).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.IsHelpful, vote.IsHelpful).SetProperty(v => v.At, day), cancellationToken);
        if (isChanged == 0) return new VoteResult(IsCounted: false, ReplacesOpposite: false, IsFirstNotHelpful: false);
        var isFirst = vote.IsHelpful
            ? 0
            : await row.Where(v => !v.WasNotHelpful).ExecuteUpdateAsync(
                set => set.SetProperty(v => v.WasNotHelpful, true), cancellationToken);
        return new VoteResult(true, ReplacesOpposite: true, IsFirstNotHelpful: isFirst > 0);
    }
}
