using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Health;

/// <summary>Healthy if the database can be read. Otherwise the bot still answers.</summary>
internal sealed class DatabaseCheck(ISubscriptionStore subscriptions, IClock clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            await subscriptions.ReadDueAsync(now, now, max: 0, cancellationToken);
            return HealthCheckResult.Healthy("The database can be read.");
        }
        catch (StoreUnavailableException e)
        {
            return HealthCheckResult.Degraded(e.Message);
        }
    }
}
