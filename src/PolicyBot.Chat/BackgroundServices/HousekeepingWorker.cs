using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.BackgroundServices;

/// <summary>
/// Deletes expired data some minutes after the bot has connected, and every six hours after that, unless the clock may
/// be wrong.
/// </summary>
internal sealed partial class HousekeepingWorker(
    IServerSettingsStore servers,
    IUsageStore usage,
    IVoteStore votes,
    IPlatformConnection platform,
    PrivacyOptions privacy,
    ClockWatch watch,
    IClock clock,
    TimeProvider time,
    ILogger<HousekeepingWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    // How far back /stats can look.
    private static readonly Duration CountRetention = Duration.FromDays(366);

    private static readonly Duration VoteRetention = Duration.FromDays(30);

    // A channel that has missed some daily posts needs the exact times of questions.
    private static readonly Duration ExactTimeRetention = Duration.FromDays(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await platform.WaitUntilConnectedAsync(stoppingToken);
        while (true)
        {
            // Before the check: if the clock is set after it, this time is still right.
            var now = clock.GetCurrentInstant();
            if (watch.MayBeWrong())
            {
                await Task.Delay(ClockWatch.Pause, time, stoppingToken);
                continue;
            }

            await DeleteExpiredAsync(now, stoppingToken);
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task DeleteExpiredAsync(Instant now, CancellationToken stoppingToken)
    {
        try
        {
            var retention = Duration.FromTimeSpan(privacy.Retention);
            await usage.PurgeExpiredAsync(
                now - retention, now - CountRetention, now - ExactTimeRetention, stoppingToken);
            await votes.PurgeExpiredAsync(now - VoteRetention, stoppingToken);
            var present = await platform.ListServersAsync(stoppingToken);
            foreach (var server in await servers.DeleteDepartedAsync(present, now, retention, stoppingToken))
                Log.ServerDeleted(logger, server, privacy.Retention.TotalDays);
            Log.Done(logger);
        }
        catch (Exception e) when (e is StoreUnavailableException or PlatformUnavailableException)
        {
            Log.Unavailable(logger, e.Message);
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
            5204, LogLevel.Information, "Deleted all data of server {Server}, which the bot left {Days:0} days ago.")]
        public static partial void ServerDeleted(ILogger logger, string server, double days);

        [LoggerMessage(5207, LogLevel.Debug, "Deleted all expired data.")]
        public static partial void Done(ILogger logger);

        [LoggerMessage(
            5205, LogLevel.Warning, "Failed to delete expired data; will retry in six hours: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);

        [LoggerMessage(5206, LogLevel.Error, "Failed to delete expired data; will retry in six hours.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
