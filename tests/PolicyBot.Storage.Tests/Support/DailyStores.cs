using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.DailyPosts;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>The two stores of daily posts, as one instance of the bot has them.</summary>
internal sealed record DailyStores(ISubscriptionStore Subscriptions, IDeliveryLedger Ledger)
{
    public DailyStores(DatabaseExecutor database)
        : this(new SubscriptionStore(database), new DeliveryLedger(database))
    {
    }
}
