using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.BackgroundServices;

/// <summary>Saves usage data some seconds after it was recorded, and when the program stops.</summary>
internal sealed partial class UsageWorker(UsageTracker usage, TimeProvider time, ILogger<UsageWorker> logger)
    : BackgroundService
{
    // Data that is recorded within this time is saved together.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    // A part of the host's shutdown timeout.
    private static readonly TimeSpan LastTimeout = TimeSpan.FromSeconds(5);

    private readonly WakeSignal _pending = new();
    private bool _isStoreUnavailable;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var timeout = new CancellationTokenSource(LastTimeout, time);
        try
        {
            await usage.FlushAsync(timeout.Token);
        }
        catch (StoreUnavailableException e)
        {
            Log.Lost(logger, e.Message);
        }
        catch (OperationCanceledException)
        {
            Log.Lost(logger, "The database did not respond in time.");
        }
        catch (Exception e)
        {
            // The boundary of one flush.
            Log.Failed(logger, e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        usage.Pending += _pending.Set;
        try
        {
            while (true)
            {
                await _pending.WaitAsync(stoppingToken);
                await Task.Delay(Delay, time, stoppingToken);
                while (!await FlushAsync(stoppingToken)) await Task.Delay(RetryAfter, time, stoppingToken);
            }
        }
        finally
        {
            usage.Pending -= _pending.Set;
        }
    }

    private async Task<bool> FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await usage.FlushAsync(cancellationToken);
            if (_isStoreUnavailable) Log.SavedAgain(logger);
            _isStoreUnavailable = false;
            return true;
        }
        catch (StoreUnavailableException e)
        {
            // Once for each outage.
            if (!_isStoreUnavailable) Log.NotSaved(logger, e.Message);
            _isStoreUnavailable = true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The boundary of one flush. If the program stops, StopAsync flushes once more.
            Log.Failed(logger, e);
        }

        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(
            5201, LogLevel.Warning, "Failed to save usage data; it stays in memory and will be retried: {Reason}")]
        public static partial void NotSaved(ILogger logger, string reason);

        [LoggerMessage(5202, LogLevel.Information, "Usage data can be saved again.")]
        public static partial void SavedAgain(ILogger logger);

        [LoggerMessage(5203, LogLevel.Error, "Failed to save usage data.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(5208, LogLevel.Warning, "Lost the latest usage data when the bot stopped: {Reason}")]
        public static partial void Lost(ILogger logger, string reason);
    }
}
