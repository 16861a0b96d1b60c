using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Handlers;

namespace PolicyBot.Hosting;

/// <summary>Drops what is kept for too long: when the bot is connected, and every few hours from then on.</summary>
internal sealed class HousekeepingWorker(
    IServerSettingsStore communities,
    IUsageStore usage,
    IDiscordConnection connection,
    BotIdentityProvider identification,
    PrivacyOptions privacy,
    IClock clock,
    TimeProvider time,
    ILogger<HousekeepingWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    // Of counts; what /stats can show.
    private static readonly Duration CountsKept = Duration.FromDays(366);

    // The hour of a question is needed by the post of a channel that missed some days.
    private static readonly Duration HoursKept = Duration.FromDays(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await identification.Identity.WaitAsync(stoppingToken);
        while (true)
        {
            await TidyAsync(stoppingToken);
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task TidyAsync(CancellationToken stoppingToken)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            var retention = Duration.FromTimeSpan(privacy.Retention);
            await usage.PurgeExpiredAsync(now - retention, now - CountsKept, now - HoursKept, stoppingToken);
            var guilds = await connection.GetGuildsAsync(stoppingToken);
            var present =
                guilds.Select(g => g.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
            foreach (var erased in await communities.DeleteDepartedAsync(present, now, retention, stoppingToken))
                KeepingLog.AgedOut(logger, erased, privacy.Retention.TotalDays);
            KeepingLog.Tidied(logger);
        }
        catch (StoreUnavailableException e)
        {
            KeepingLog.NotTidied(logger, e.Message);
        }
        catch (DiscordException e)
        {
            KeepingLog.NotTidied(logger, e.Message);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The boundary of one round.
            KeepingLog.TidyingFailed(logger, e);
        }
    }
}
