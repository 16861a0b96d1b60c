using NodaTime;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>A store that is always available and empty, for tests that need no saved data.</summary>
internal sealed class EmptyStore : IServerSettingsStore, IUsageStore, IVoteStore, ISubscriptionStore,
    IDeliveryLedger, ICurationStore
{
    Task<ServerSettings?> IServerSettingsStore.FindAsync(string community, CancellationToken cancellationToken) =>
        Task.FromResult<ServerSettings?>(null);

    public Task SaveAsync(string community, ServerSettings settings, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task DeleteAsync(string community, bool deletesCuration, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<IReadOnlyDictionary<string, int>> ListRevisionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>());

    public Task<CurationHistory> ReadAsync(string server, CancellationToken cancellationToken) =>
        Task.FromResult(new CurationHistory(0, []));

    public Task<bool> TryAddAsync(
        string server, CurationChange change, int revision, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task<bool> TryUndoAsync(
        string server, CurationChange change, int revision, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task<IReadOnlyList<string>> DeleteDepartedAsync(
        IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([]);

    public Task AddAsync(IReadOnlyList<UsageBatch> batches, Instant at, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task TrimQuestionsAsync(
        IReadOnlyCollection<string> servers, int max, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<VoteResult> RecordAsync(Vote vote, Instant at, CancellationToken cancellationToken) =>
        Task.FromResult(new VoteResult(IsCounted: true, ReplacesOpposite: false, IsFirstNotHelpful: !vote.IsHelpful));

    public Task PurgeExpiredAsync(Instant before, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<UsageCount>> GetTotalsAsync(
        string community, Instant after, Instant until, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UsageCount>>([]);

    public Task<IReadOnlyList<DayCount>> GetDailyCountsAsync(
        string community, Instant after, Instant until, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<DayCount>>([]);

    public Task<IReadOnlyList<UnansweredQuestion>> ListUnansweredAsync(
        string community, int max, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UnansweredQuestion>>([]);

    public Task<int> DismissAsync(
        string community, string article, IReadOnlyCollection<string> texts, CancellationToken cancellationToken) =>
            Task.FromResult(0);

    public Task PurgeExpiredAsync(
        Instant questionsBefore, Instant countsBefore, Instant foldBefore, CancellationToken cancellationToken) =>
            Task.CompletedTask;

    Task<Subscription?> ISubscriptionStore.FindAsync(string channel, CancellationToken cancellationToken) =>
        Task.FromResult<Subscription?>(null);

    public Task<IReadOnlyList<Subscription>> ListAsync(string server, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Subscription>>([]);

    public Task SaveAsync(Subscription subscription, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Subscription?> UpdateAsync(
        string channel, Func<Subscription, Subscription> change, CancellationToken cancellationToken) =>
        Task.FromResult<Subscription?>(null);

    public Task<bool> RemoveAsync(string channel, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<DueSubscriptions> ReadDueAsync(
        Instant now, Instant latest, int max, CancellationToken cancellationToken) =>
        Task.FromResult(new DueSubscriptions([], [], null));

    public Task<DailyPost?> ClaimAsync(
        DeliveryAttempt attempt, int claims, DailyPost post, CancellationToken cancellationToken) =>
        Task.FromResult<DailyPost?>(null);

    public Task MarkPostedAsync(
        DeliveryAttempt attempt, string message, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> MarkSkippedAsync(
        DeliveryAttempt attempt, string note, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> ReleaseAsync(
        DeliveryAttempt attempt, string note, Instant retryAt, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task ReopenAsync(
        DeliveryAttempt attempt, Instant retryAt, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<LedgerEntry>> ListEntriesAsync(
        string channel, int max, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LedgerEntry>>([]);
}
