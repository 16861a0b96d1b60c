using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PolicyBot.Telemetry;

/// <summary>Registers what sends metrics and traces.</summary>
internal static class TelemetryServices
{
    private const string ServiceName = "OTEL_SERVICE_NAME";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>Adds it if the settings have an address to send to.</summary>
    /// <param name="builder">The builder, with the bot's services.</param>
    /// <param name="options">The settings.</param>
    public static HostApplicationBuilder AddTelemetry(this HostApplicationBuilder builder, TelemetryOptions options) =>
        options.Endpoint is { } endpoint ? AddOpenTelemetry(builder, endpoint) : builder;

    // Not inlined, so that a bot without telemetry doesn't load the assemblies.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static HostApplicationBuilder AddOpenTelemetry(HostApplicationBuilder builder, Uri endpoint)
    {
        // OpenTelemetry reads its standard variables from the host's configuration.
        builder.Configuration
            .AddInMemoryCollection(new Dictionary<string, string?> { [Protocol] = "http/protobuf" })
            .AddEnvironmentVariables()
            .AddInMemoryCollection(new Dictionary<string, string?> { [Endpoint] = endpoint.AbsoluteUri });
        var name = builder.Configuration[ServiceName] ?? "policybot";
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(name, serviceVersion: ProgramVersion.Current))
            .WithMetrics(m => m.AddMeter("PolicyBot.*", "System.Runtime").AddOtlpExporter())
            .WithTracing(t => t.AddSource("PolicyBot.*").AddOtlpExporter());
        return builder;
    }
}
