using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Storage;
using PolicyBot.Discord.Handlers;

namespace PolicyBot.Hosting;

/// <summary>Sends daily posts when they are due, from when the bot is connected until it is told to stop.</summary>
internal sealed class DailyPostWorker(
    DailyPostScheduler posts, BotIdentityProvider identification, IClock clock, TimeProvider time,
    ILogger<DailyPostWorker> logger) : BackgroundService
{
    private static readonly Duration AfterFault = Duration.FromMinutes(1);

    private readonly Channel<bool> _changed =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private bool _isOut;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await identification.Identity.WaitAsync(stoppingToken);
        posts.Changed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var wait = await SendAsync(stoppingToken);
                await WaitAsync(wait.ToTimeSpan(), stoppingToken);
            }
        }
        finally
        {
            posts.Changed -= Wake;
        }
    }

    private async Task<Duration> SendAsync(CancellationToken stoppingToken)
    {
        try
        {
            var wait = await posts.SendDueAsync(clock, Tell, stoppingToken);
            if (_isOut) DailyLog.StoreBack(logger);
            _isOut = false;
            return wait;
        }
        catch (StoreUnavailableException e)
        {
            // Once an outage.
            if (!_isOut) DailyLog.StoreOut(logger, e.Message);
            _isOut = true;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The boundary of one round.
            DailyLog.RoundFailed(logger, e);
        }

        return AfterFault;
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(Task.Delay(wait, time, over.Token), _changed.Reader.ReadAsync(over.Token).AsTask());
        await over.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    private void Wake() => _changed.Writer.TryWrite(true);

    private void Tell(Subscription subscription, string? outcome, Exception? fault)
    {
        if (fault is StoreUnavailableException) DailyLog.NotNoted(logger, subscription.Channel, fault.Message);
        else if (fault is not null) DailyLog.PostFailed(logger, subscription.Channel, fault);
        else if (outcome is not null) DailyLog.Outcome(logger, subscription.Channel, outcome.TrimEnd('.'));
    }
}
