using PolicyBot.Chat.Curation;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A store in which no server has changed its set.</summary>
internal sealed class NoCuration : ICurationStore
{
    public Task<IReadOnlyDictionary<string, int>> ListRevisionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>());

    public Task<CurationHistory> ReadAsync(string server, CancellationToken cancellationToken) =>
        Task.FromResult(new CurationHistory(0, []));

    public Task<bool> TryAddAsync(
        string server, CurationChange change, int revision, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> TryUndoAsync(
        string server, CurationChange change, int revision, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
