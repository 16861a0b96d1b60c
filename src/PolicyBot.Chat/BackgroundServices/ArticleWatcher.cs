using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Articles;

namespace PolicyBot.Chat.BackgroundServices;

/// <summary>
/// Looks for changed, added and removed articles, so that the catalog checks and serves them. It polls, because mounted
/// volumes send no events.
/// </summary>
/// <param name="articles">The articles.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class ArticleWatcher(
    ArticleCatalog articles, TimeProvider time, ILogger<ArticleWatcher> logger) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.6);

    /// <summary>How long files must stay unchanged before they are read: they are written one by one.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.4);

    private string? _problem;

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
            var changes = articles.FindChanges();
            _problem = null;
            if (changes.Count == 0) return;
            await Task.Delay(Pause, time, stoppingToken);
            // One article must not wait until another is encoded.
            foreach (var change in articles.FindChanges().Intersect(changes)) _ = articles.ApplyAsync(change);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The boundary of one round.
            if (_problem == e.Message) return;
            _problem = e.Message;
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5209, LogLevel.Error, "Failed to look for changed articles; will keep trying.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
