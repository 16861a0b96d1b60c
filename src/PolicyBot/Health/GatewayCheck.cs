using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Health;

/// <summary>Healthy if all shards of this process are connected to the gateway.</summary>
internal sealed class GatewayCheck(GatewayStatus gateway) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var shards = gateway.Shards;
        var connected = shards.Count(s => s.Value == ShardState.Connected);
        var description = shards.Count == 0
            ? "Discord hasn't said yet how to connect."
            : string.Create(CultureInfo.InvariantCulture, $"{connected} of {shards.Count} shards are connected.");
        var data = shards.ToDictionary(
            s => string.Create(CultureInfo.InvariantCulture, $"shard {s.Key}"),
            object (s) => s.Value.ToString());
        return Task.FromResult(shards.Count > 0 && connected == shards.Count
            ? HealthCheckResult.Healthy(description, data)
            : HealthCheckResult.Unhealthy(description, data: data));
    }
}
