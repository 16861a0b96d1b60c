using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.BackgroundServices;

/// <summary>
/// Looks for servers whose sets were changed, also in other processes on the same database, so that the changes are
/// served some seconds later.
/// </summary>
/// <param name="store">The servers' changes.</param>
/// <param name="settings">Receives the revisions.</param>
/// <param name="articles">Trains what has changed.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class CurationWorker(
    ICurationStore store,
    ServerSettingsCache settings,
    CuratedArticles articles,
    TimeProvider time,
    ILogger<CurationWorker> logger) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private bool _isStoreUnavailable;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            var revisions = await store.ListRevisionsAsync(stoppingToken);
            settings.SetRevisions(revisions);
            articles.Refresh(revisions);
            _isStoreUnavailable = false;
        }
        catch (StoreUnavailableException e)
        {
            // Once for each outage.
            if (!_isStoreUnavailable) Log.Unavailable(logger, e.Message);
            _isStoreUnavailable = true;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The boundary of one round.
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            5210, LogLevel.Warning, "Failed to look for changed question sets; the last known ones apply: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);

        [LoggerMessage(5211, LogLevel.Error, "Failed to look for changed question sets; will keep trying.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
