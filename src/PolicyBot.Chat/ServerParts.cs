using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat;

/// <summary>What the commands of servers need.</summary>
/// <param name="Communities">What servers have settled.</param>
/// <param name="CommunityStore">Where it is kept.</param>
/// <param name="Articles">The articles that can be served.</param>
/// <param name="Usage">What is asked.</param>
/// <param name="UsageStore">Where it is kept.</param>
/// <param name="DailyStore">The subscriptions and what was posted.</param>
/// <param name="Channels">Where daily posts go.</param>
/// <param name="Posts">The daily posts.</param>
/// <param name="Privacy">What is kept, and for how long.</param>
/// <param name="Clock">The clock.</param>
public sealed record ServerParts(
    ServerSettingsCache Communities,
    IServerSettingsStore CommunityStore,
    IArticleCatalog Articles,
    UsageTracker Usage,
    IUsageStore UsageStore,
    IDailyStore DailyStore,
    IDailyChannels Channels,
    DailyPostScheduler Posts,
    PrivacyOptions Privacy,
    IClock Clock);
