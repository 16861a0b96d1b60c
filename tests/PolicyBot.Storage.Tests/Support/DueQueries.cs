using NodaTime;
using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>Reads one part of what is due.</summary>
internal static class DueQueries
{
    public static async Task<IReadOnlyList<Subscription>> ListDueAsync(
        this ISubscriptionStore store, Instant now, int max, CancellationToken cancellationToken) =>
        (await store.ReadDueAsync(now, Instant.MaxValue, max, cancellationToken)).Due;

    public static async Task<Instant?> GetNextDueAsync(
        this ISubscriptionStore store, Instant now, CancellationToken cancellationToken)
    {
        var read = await store.ReadDueAsync(now, Instant.MaxValue, max: 1, cancellationToken);
        return read.Due is [var first] ? first.NextDue : read.NextDue;
    }
}
