using NodaTime;
using PolicyBot.Chat.Communities;
using PolicyBot.Chat.Storing;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>Settings in memory; reading them can be held up, and fail.</summary>
internal sealed class CommunityBook : ICommunityStore
{
    public Dictionary<string, CommunitySettings> All { get; } = [];

    /// <summary>What a reading waits for.</summary>
    public Task Open { get; set; } = Task.CompletedTask;

    public bool IsOut { get; set; }

    public int Readings { get; private set; }

    public async Task<CommunitySettings?> FindAsync(string community, CancellationToken cancellationToken)
    {
        Readings++;
        await Open;
        return IsOut ? throw new StoreUnavailableException("It is locked.", new IOException()) : All.GetValueOrDefault(community);
    }

    public Task PutAsync(string community, CommunitySettings settings, CancellationToken cancellationToken)
    {
        All[community] = settings;
        return Task.CompletedTask;
    }

    public Task EraseAsync(string community, CancellationToken cancellationToken)
    {
        All.Remove(community);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> AgeOutAsync(IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing here gets old.");
}
