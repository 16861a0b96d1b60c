using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Health;

/// <summary>Registers the health checks and what serves them.</summary>
internal static class HealthServices
{
    /// <summary>The tag of the checks without which the bot can't answer.</summary>
    public const string ReadyTag = "ready";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds them if the settings have an address for them.</summary>
    /// <param name="builder">The builder, with the bot's services.</param>
    /// <param name="options">The settings.</param>
    public static HostApplicationBuilder AddHealth(this HostApplicationBuilder builder, HealthOptions options)
    {
        if (options.Address is null) return builder;
        // The checks' own log repeats a problem at every request; who asks gets it anyway.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services
            .AddSingleton(options)
            .AddHostedService<HealthServer>()
            .AddHealthChecks()
            .AddCheck<GatewayCheck>("gateway", HealthStatus.Unhealthy, [ReadyTag], Timeout)
            .AddCheck<ArticleCheck>("article", HealthStatus.Unhealthy, [ReadyTag], Timeout)
            .AddCheck<DatabaseCheck>("database", HealthStatus.Degraded, [], Timeout)
            .AddCheck<EncoderCheck>("encoder", HealthStatus.Degraded, [], Timeout)
            .AddCheck<DailyPostsCheck>("daily_posts", HealthStatus.Degraded, [], Timeout);
        return builder;
    }
}
