using NodaTime;
using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Storage.Tests.Delivery;

/// <summary>A store between whose members others may get in, as they do where two instances run at once.</summary>
/// <param name="store">The store.</param>
/// <param name="between">What happens before each member.</param>
internal sealed class InterleavedStore(IDailyStore store, Func<Task> between) : IDailyStore
{
    public Task<Subscription?> FindAsync(string channel, CancellationToken cancellationToken) => AfterAsync(() => store.FindAsync(channel, cancellationToken));

    public Task<IReadOnlyList<Subscription>> ListAsync(string community, CancellationToken cancellationToken) =>
        AfterAsync(() => store.ListAsync(community, cancellationToken));

    public Task SaveAsync(Subscription subscription, CancellationToken cancellationToken) => AfterAsync(() => store.SaveAsync(subscription, cancellationToken));

    public Task<Subscription?> UpdateAsync(string channel, Func<Subscription, Subscription> change, CancellationToken cancellationToken) =>
        AfterAsync(() => store.UpdateAsync(channel, change, cancellationToken));

    public Task<bool> RemoveAsync(string channel, CancellationToken cancellationToken) => AfterAsync(() => store.RemoveAsync(channel, cancellationToken));

    public Task<IReadOnlyList<Subscription>> ListDueAsync(Instant now, int max, CancellationToken cancellationToken) =>
        AfterAsync(() => store.ListDueAsync(now, max, cancellationToken));

    public Task<Instant?> GetNextDueAsync(Instant now, CancellationToken cancellationToken) => AfterAsync(() => store.GetNextDueAsync(now, cancellationToken));

    public Task<DailyPost?> ClaimAsync(
        Subscription subscription, LocalDate day, int attempts, DailyPost post, string owner, Instant now, Duration lease, CancellationToken cancellationToken) =>
        AfterAsync(() => store.ClaimAsync(subscription, day, attempts, post, owner, now, lease, cancellationToken));

    public Task MarkPostedAsync(Subscription subscription, LocalDate day, string message, Instant now, Instant nextDue, CancellationToken cancellationToken) =>
        AfterAsync(() => store.MarkPostedAsync(subscription, day, message, now, nextDue, cancellationToken));

    public Task<bool> MarkSkippedAsync(
        Subscription subscription, LocalDate day, string owner, string note, Instant now, Instant nextDue, CancellationToken cancellationToken) =>
        AfterAsync(() => store.MarkSkippedAsync(subscription, day, owner, note, now, nextDue, cancellationToken));

    public Task<bool> ReleaseAsync(string channel, LocalDate day, string owner, string note, Instant retryAt, CancellationToken cancellationToken) =>
        AfterAsync(() => store.ReleaseAsync(channel, day, owner, note, retryAt, cancellationToken));

    public Task<IReadOnlyList<LedgerEntry>> ListEntriesAsync(string channel, int max, CancellationToken cancellationToken) =>
        AfterAsync(() => store.ListEntriesAsync(channel, max, cancellationToken));

    private async Task<T> AfterAsync<T>(Func<Task<T>> member)
    {
        await between();
        return await member();
    }

    private async Task AfterAsync(Func<Task> member)
    {
        await between();
        await member();
    }
}
