using NodaTime;
using PolicyBot.Chat.Storing;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A store in memory that can be out of reach.</summary>
internal sealed class UsageBook : IUsageStore
{
    public List<(string Community, Instant At, UsageCount Count)> Counts { get; } = [];

    public List<(string Community, OpenQuestion Question)> Questions { get; } = [];

    /// <summary>Why nothing is taken; null where it is.</summary>
    public string? Fault { get; set; }

    public Task AddAsync(IReadOnlyList<UsageBatch> batches, Instant at, CancellationToken cancellationToken)
    {
        if (Fault is not null) throw new StoreUnavailableException(Fault, new IOException());
        foreach (var batch in batches)
        {
            Counts.AddRange(batch.Counts.Select(c => (batch.Community, at, c)));
            Questions.AddRange(batch.Questions.Select(q => (batch.Community, q)));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<UsageCount>> TotalsAsync(string community, Instant after, Instant until, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<UsageCount>>(
        [.. Counts.Where(c => c.Community == community && c.At > after && c.At <= until).Select(c => c.Count)]);

    public Task<IReadOnlyList<DayCount>> DaysAsync(string community, Instant after, Instant until, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DayCount>>(
        [.. Counts.Where(c => c.Community == community && c.At > after && c.At <= until).Select(c => new DayCount(c.At.InUtc().Date, c.Count.Kind, c.Count.Count))]);

    public Task<IReadOnlyList<OpenQuestion>> OpenAsync(string community, int max, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OpenQuestion>>(
        [.. Questions.Where(q => q.Community == community).Select(q => q.Question).OrderByDescending(q => q.Count).Take(max)]);

    public Task<int> DismissAsync(string community, IReadOnlyCollection<string> texts, CancellationToken cancellationToken) =>
        Task.FromResult(Questions.RemoveAll(q => q.Community == community && texts.Contains(q.Question.Text)));

    public Task TidyAsync(Instant questionsBefore, Instant countsBefore, Instant foldBefore, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing here gets old.");
}
