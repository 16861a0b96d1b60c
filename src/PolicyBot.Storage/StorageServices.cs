using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.DailyPosts;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Servers;
using PolicyBot.Storage.Usage;

namespace PolicyBot.Storage;

/// <summary>Registers what outlives a restart.</summary>
public static class StorageServices
{
    /// <summary>Adds the stores of the daily posts, of the communities and of what was asked; a <see cref="TimeProvider"/> must be there. The database is touched by the first call, not before.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="options">The settings.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options) => services
        .AddSingleton(options)
        .AddSingleton<IDatabaseEngine>(_ => options.Provider == StorageProvider.PostgreSql ? new PostgresEngine(options) : new SqliteEngine(options))
        .AddSingleton<DatabaseExecutor>()
        .AddSingleton<IDailyStore, DailyStore>()
        .AddSingleton<IServerSettingsStore, ServerSettingsStore>()
        .AddSingleton<IUsageStore, UsageStore>();
}
