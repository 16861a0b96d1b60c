using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>
/// A database that is opened before the first test needs one. In a new process, .NET compiles most of EF Core for it,
/// which takes seconds that would count against the test's time limits.
/// </summary>
internal static class FirstDatabase
{
    /// <summary>Completes when it was opened and is gone.</summary>
    public static Task Ready { get; } = OpenAsync();

    private static async Task OpenAsync()
    {
        using var data = new DataFolder();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new TestClock())
            .AddStorage(new StorageOptions { DataFolder = data.Path })
            .BuildServiceProvider();
        await services.GetRequiredService<IServerSettingsStore>().FindAsync("0", CancellationToken.None);
        await services.GetRequiredService<IUsageStore>()
            .PurgeExpiredAsync(Instant.MinValue, Instant.MinValue, Instant.MinValue, CancellationToken.None);
    }
}
