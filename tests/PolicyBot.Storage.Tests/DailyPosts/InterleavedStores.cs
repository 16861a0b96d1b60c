using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>
/// Stores that let another instance run before each call. Only the calls of a delivery are supported.
/// </summary>
/// <param name="stores">The stores.</param>
/// <param name="before">Runs before every call.</param>
internal sealed class InterleavedStores(DailyStores stores, Func<Task> before) : ISubscriptionStore, IDeliveryLedger
{
    public Task<Subscription?> FindAsync(string channel, CancellationToken cancellationToken) =>
        RunAsync(() => stores.Subscriptions.FindAsync(channel, cancellationToken));

    public Task<Subscription?> UpdateAsync(
        string channel, Func<Subscription, Subscription> change, CancellationToken cancellationToken) =>
        RunAsync(() => stores.Subscriptions.UpdateAsync(channel, change, cancellationToken));

    public Task<DueSubscriptions> ReadDueAsync(
        Instant now, Instant latest, int max, CancellationToken cancellationToken) =>
        RunAsync(() => stores.Subscriptions.ReadDueAsync(now, latest, max, cancellationToken));

    public Task<DailyPost?> ClaimAsync(DailyClaim claim, CancellationToken cancellationToken) =>
        RunAsync(() => stores.Ledger.ClaimAsync(claim, cancellationToken));

    public async Task MarkPostedAsync(
        Subscription subscription,
        LocalDate day,
        string message,
        Instant now,
        Instant nextDue,
        CancellationToken cancellationToken)
    {
        await before();
        await stores.Ledger.MarkPostedAsync(subscription, day, message, now, nextDue, cancellationToken);
    }

    public Task<bool> MarkSkippedAsync(
        Subscription subscription,
        LocalDate day,
        string owner,
        string note,
        Instant now,
        Instant nextDue,
        CancellationToken cancellationToken) =>
        RunAsync(() => stores.Ledger.MarkSkippedAsync(subscription, day, owner, note, now, nextDue, cancellationToken));

    public Task<bool> ReleaseAsync(
        string channel,
        LocalDate day,
        string owner,
        string note,
        Instant retryAt,
        CancellationToken cancellationToken) =>
        RunAsync(() => stores.Ledger.ReleaseAsync(channel, day, owner, note, retryAt, cancellationToken));

    public async Task ReopenAsync(
        Subscription subscription,
        LocalDate day,
        string moderatorNote,
        Instant retryAt,
        CancellationToken cancellationToken)
    {
        await before();
        await stores.Ledger.ReopenAsync(subscription, day, moderatorNote, retryAt, cancellationToken);
    }

    public Task<IReadOnlyList<LedgerEntry>> ListEntriesAsync(
        string channel, int max, CancellationToken cancellationToken) =>
        RunAsync(() => stores.Ledger.ListEntriesAsync(channel, max, cancellationToken));

    public Task<IReadOnlyList<Subscription>> ListAsync(string server, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SaveAsync(Subscription subscription, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> RemoveAsync(string channel, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        await before();
        return await call();
    }
}
