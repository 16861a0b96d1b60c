using NodaTime;
using PolicyBot.Chat.Servers;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>A store without any settings.</summary>
internal sealed class NoSettings : IServerSettingsStore
{
    public Task<ServerSettings?> FindAsync(string server, CancellationToken cancellationToken) =>
        Task.FromResult<ServerSettings?>(null);

    public Task SaveAsync(string server, ServerSettings settings, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task DeleteAsync(string server, bool deletesCuration, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<string>> DeleteDepartedAsync(
        IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
