using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.BackgroundServices;

/// <summary>Sends daily posts when they are due.</summary>
internal sealed partial class DailyPostWorker(
    DailyPostScheduler scheduler,
    IPlatformConnection platform,
    DailyRoundStatus status,
    ClockWatch watch,
    IClock clock,
    TimeProvider time,
    ILogger<DailyPostWorker> logger) : BackgroundService
{
    private static readonly Duration RetryAfter = Duration.FromMinutes(1);

    private readonly WakeSignal _changed = new();
    private bool _isStoreUnavailable;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await platform.WaitUntilConnectedAsync(stoppingToken);
        scheduler.Changed += _changed.Set;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var wait = watch.WasSet()
                    ? ClockWatch.Interval
                    : (await SendAsync(stoppingToken)).ToTimeSpan();
                await WaitAsync(wait, stoppingToken);
            }
        }
        finally
        {
            scheduler.Changed -= _changed.Set;
        }
    }

    private async Task<Duration> SendAsync(CancellationToken stoppingToken)
    {
        try
        {
            var wait = await scheduler.SendDueAsync(clock, stoppingToken);
            status.Record(clock.GetCurrentInstant(), problem: null);
            if (_isStoreUnavailable) Log.StoreAvailable(logger);
            _isStoreUnavailable = false;
            return wait;
        }
        catch (StoreUnavailableException e)
        {
            status.Record(clock.GetCurrentInstant(), e.Message);
            // Once for each outage.
            if (!_isStoreUnavailable) Log.StoreUnavailable(logger, e.Message);
            _isStoreUnavailable = true;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The boundary of one round.
            status.Record(clock.GetCurrentInstant(), "The round failed; see the log.");
            Log.RoundFailed(logger, e);
        }

        return RetryAfter;
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(Task.Delay(wait, time, done.Token), _changed.WaitAsync(done.Token));
        await done.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    private static partial class Log
    {
        [LoggerMessage(
            5104, LogLevel.Warning, "Failed to read which daily posts are due; will retry every minute: {Reason}")]
        public static partial void StoreUnavailable(ILogger logger, string reason);

        [LoggerMessage(5105, LogLevel.Information, "Daily posts can be sent again.")]
        public static partial void StoreAvailable(ILogger logger);

        [LoggerMessage(5106, LogLevel.Error, "Failed to send the daily posts that are due; will retry in a minute.")]
        public static partial void RoundFailed(ILogger logger, Exception exception);
    }
}
