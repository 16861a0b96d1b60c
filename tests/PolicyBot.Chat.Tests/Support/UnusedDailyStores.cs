using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>No daily posts, for tests that are not about them.</summary>
internal sealed class UnusedDailyStores : ISubscriptionStore, IDeliveryLedger, IDailyChannels
{
    public Task<Subscription?> FindAsync(string channel, CancellationToken cancellationToken) => throw None();

    public Task<IReadOnlyList<Subscription>> ListAsync(string server, CancellationToken cancellationToken) =>
        throw None();

    public Task SaveAsync(Subscription subscription, CancellationToken cancellationToken) => throw None();

    public Task<Subscription?> UpdateAsync(
        string channel, Func<Subscription, Subscription> change, CancellationToken cancellationToken) => throw None();

    public Task<bool> RemoveAsync(string channel, CancellationToken cancellationToken) => throw None();

    public Task<DueSubscriptions> ReadDueAsync(
        Instant now, Instant latest, int max, CancellationToken cancellationToken) => throw None();

    public Task<DailyPost?> ClaimAsync(
        DeliveryAttempt attempt, int claims, DailyPost post, CancellationToken cancellationToken) => throw None();

    public Task MarkPostedAsync(
        DeliveryAttempt attempt, string message, CancellationToken cancellationToken) => throw None();

    public Task<bool> MarkSkippedAsync(
        DeliveryAttempt attempt, string note, CancellationToken cancellationToken) => throw None();

    public Task<bool> ReleaseAsync(
        DeliveryAttempt attempt, string note, Instant retryAt, CancellationToken cancellationToken) => throw None();

    public Task ReopenAsync(
        DeliveryAttempt attempt, Instant retryAt, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<LedgerEntry>> ListEntriesAsync(
        string channel, int max, CancellationToken cancellationToken) => throw None();

    public Task<IReadOnlyList<string>?> GetMissingPermissionsAsync(
        string server, string channel, CancellationToken cancellationToken) => throw None();

    public Task<SendPostResult> PostAsync(
        string server, string channel, Reply reply, string nonce, CancellationToken cancellationToken) => throw None();

    public Task<FindPostResult> FindAsync(
        string server,
        string channel,
        string mark,
        Instant earliest,
        Instant latest,
        CancellationToken cancellationToken) => throw None();

    public Task<bool> NotifyAsync(
        string server, string user, Reply reply, string nonce, CancellationToken cancellationToken) => throw None();

    private static InvalidOperationException None() => new("There are no daily posts here.");
}
