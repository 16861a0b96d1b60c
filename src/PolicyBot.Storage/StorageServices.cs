using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Connections;
using PolicyBot.Storage.Curation;
using PolicyBot.Storage.DailyPosts;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Servers;
using PolicyBot.Storage.Telemetry;
using PolicyBot.Storage.Usage;

namespace PolicyBot.Storage;

/// <summary>Registers the stores.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds the stores of daily posts, server settings, changed sets, usage, votes and connection turns. Needs a
    /// <see cref="TimeProvider"/>. The first call of a store opens the database.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="options">The settings.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options) => services
        .AddMetrics()
        .AddSingleton(options)
        .AddSingleton<StorageMetrics>()
        .AddSingleton(_ => options.CreateEngine())
        .AddSingleton<DatabaseExecutor>()
        .AddSingleton<ISubscriptionStore, SubscriptionStore>()
        .AddSingleton<IDeliveryLedger, DeliveryLedger>()
        .AddSingleton<IServerSettingsStore, ServerSettingsStore>()
        .AddSingleton<ICurationStore, CurationStore>()
        .AddSingleton<IUsageStore, UsageStore>()
        .AddSingleton<IVoteStore, VoteStore>()
        .AddSingleton<IUnansweredQuestions, UsageStore>()
        .AddSingleton<IConnectionTurnStore, ConnectionTurnStore>();
}
