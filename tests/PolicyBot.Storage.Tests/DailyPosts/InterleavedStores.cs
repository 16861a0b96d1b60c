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

    public Task<DailyPost?> ClaimAsync(
        DeliveryAttempt attempt, int claims, DailyPost post, CancellationToken cancellationToken) =>
        RunAsync(() => stores.Ledger.ClaimAsync(attempt, claims, post, cancellationToken));

    public async Task MarkPostedAsync(
        DeliveryAttempt attempt, string message, CancellationToken cancellationToken)
    {
        await before();
        await stores.Ledger.MarkPostedAsync(attempt, message, cancellationToken);
    }

    public Task<bool> MarkSkippedAsync(
        DeliveryAttempt attempt, string note, CancellationToken cancellationToken) =>
        RunAsync(() => stores.Ledger.MarkSkippedAsync(attempt, note, cancellationToken));

    public Task<bool> ReleaseAsync(
        DeliveryAttempt attempt, string note, Instant retryAt, CancellationToken cancellationToken) =>
        RunAsync(() => stores.Ledger.ReleaseAsync(attempt, note, retryAt, cancellationToken));

    public async Task ReopenAsync(
        DeliveryAttempt attempt, Instant retryAt, CancellationToken cancellationToken)
    {
        await before();
        await stores.Ledger.ReopenAsync(attempt, retryAt, cancellationToken);
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
