using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Hosting;

/// <summary>Writes down what was asked, some seconds after it was, and at the end.</summary>
internal sealed class UsageWorker(
    UsageTracker usage, TimeProvider time, ILogger<UsageWorker> logger) : BackgroundService
{
    // Much that is asked together is written together.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);

    // Of the host's time to stop.
    private static readonly TimeSpan LastTimeout = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _pending =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private bool _isOut;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var limit = new CancellationTokenSource(LastTimeout, time);
        try
        {
            await usage.FlushAsync(limit.Token);
        }
        catch (StoreUnavailableException e)
        {
            KeepingLog.Lost(logger, e.Message);
        }
        catch (OperationCanceledException)
        {
            KeepingLog.Lost(logger, "The database did not take it in time.");
        }
        catch (Exception e)
        {
            // The boundary of one writing.
            KeepingLog.WritingFailed(logger, e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        usage.Pending += Wake;
        try
        {
            while (true)
            {
                await _pending.Reader.ReadAsync(stoppingToken);
                await Task.Delay(Delay, time, stoppingToken);
                while (!await WriteAsync(stoppingToken)) await Task.Delay(AfterFault, time, stoppingToken);
            }
        }
        finally
        {
            usage.Pending -= Wake;
        }
    }

    private async Task<bool> WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await usage.FlushAsync(cancellationToken);
            if (_isOut) KeepingLog.Kept(logger);
            _isOut = false;
            return true;
        }
        catch (StoreUnavailableException e)
        {
            // Once an outage.
            if (!_isOut) KeepingLog.NotKept(logger, e.Message);
            _isOut = true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The boundary of one writing. What a stop cuts short is written at the very end.
            KeepingLog.WritingFailed(logger, e);
        }

        return false;
    }

    private void Wake() => _pending.Writer.TryWrite(true);
}
