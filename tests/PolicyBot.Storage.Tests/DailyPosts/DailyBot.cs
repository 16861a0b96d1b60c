using Microsoft.Extensions.Logging.Testing;
using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Telemetry;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>An instance of the bot, as far as it sends daily posts.</summary>
internal sealed class DailyBot
{
    private readonly DailyPostScheduler _scheduler;
    private readonly FakeLogger<DailyPostScheduler> _logger = new();
    private readonly FakeLogger<DueTimeCorrector> _corrections = new();

    public DailyBot(
        ISubscriptionStore subscriptions,
        IDeliveryLedger ledger,
        IUsageStore usage,
        TestArticles articles,
        FaultyChannels channels)
    {
        var tracker = new UsageTracker(usage, channels, new PrivacyOptions());
        var composer = new DailyPostComposer(ledger, articles.ForServers, tracker);
        var sender = new DailyPostSender(subscriptions, ledger, channels, composer, new DailyOptions());
        _scheduler = new DailyPostScheduler(
            subscriptions,
            sender,
            new DueTimeCorrector(subscriptions, ledger, _corrections),
            new ChatMetrics(new TestMeters(), new AnswerQueue(TimeProvider.System)),
            _logger);
    }

    /// <summary>The exceptions of all deliveries that failed.</summary>
    public IEnumerable<Exception> Failures =>
        _logger.Collector.GetSnapshot().Select(r => r.Exception).OfType<Exception>();

    /// <summary>The number of due times that were corrected.</summary>
    public int Corrections => _corrections.Collector.Count;

    /// <summary>Sends what is due.</summary>
    public Task<Duration> SendDueAsync(IClock clock) =>
        _scheduler.SendDueAsync(clock, TestContext.Current.CancellationToken);
}
