using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Articles;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Services;

/// <summary>
/// Tells systemd that the bot is ready when it can answer, that it is alive as long as its shards are connected, and
/// that it stops.
/// </summary>
internal sealed partial class SystemdNotifications(
    ISystemdNotifier notifier,
    WatchdogSettings watchdog,
    PendingArticle article,
    GatewayStatus gateway,
    TimeProvider time,
    ILogger<SystemdNotifications> logger) : BackgroundService
{
    private static readonly ServiceState Alive = new("WATCHDOG=1");

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        Notify(ServiceState.Stopping);
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Task<TrainedArticle> loading = article.GetAsync();
        await ((Task)loading).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Without the article, the program ends and says why.
        if (!loading.IsCompletedSuccessfully) return;
        await gateway.WaitUntilConnectedAsync(stoppingToken);
        Notify(ServiceState.Ready);
        if (watchdog.Timeout is not { } timeout) return;
        while (true)
        {
            // A connection that is back is a sign of life at once: the timeout may be about to end.
            await gateway.WaitUntilConnectedAsync(stoppingToken);
            Notify(Alive);
            await Task.Delay(timeout / 2, time, stoppingToken);
        }
    }

    private void Notify(ServiceState state)
    {
        try
        {
            notifier.Notify(state);
        }
        catch (SocketException e)
        {
            Log.NotNotified(logger, state.ToString(), e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7107, LogLevel.Warning, "Failed to notify systemd of {State}: {Reason}")]
        public static partial void NotNotified(ILogger logger, string state, string reason);
    }
}
