using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using PolicyBot.Chat.BackgroundServices;

namespace PolicyBot.Health;

/// <summary>Healthy if the bot looked lately for daily posts that are due, and could send them.</summary>
internal sealed class DailyPostsCheck(DailyRoundStatus status, IClock clock) : IHealthCheck
{
    // A round begins every minute, and one with many posts takes minutes.
    private static readonly Duration MaxAge = Duration.FromMinutes(15);

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (status.Last is not var (endedAt, problem))
            return HealthCheckResult.Healthy("The first round begins when the bot is connected.");
        var age = clock.GetCurrentInstant() - endedAt;
        var description = string.Create(
            CultureInfo.InvariantCulture, $"The last round ended {age.TotalSeconds:0} s ago.");
        if (problem is not null) return HealthCheckResult.Degraded($"{description} {problem}");
        return age > MaxAge ? HealthCheckResult.Degraded(description) : HealthCheckResult.Healthy(description);
    }
}
