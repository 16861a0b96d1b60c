using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PolicyBot.Health;

/// <summary>A report as JSON.</summary>
/// <param name="Status">The worst status: Healthy, Degraded or Unhealthy.</param>
/// <param name="Results">The checks by name.</param>
internal sealed record HealthJson(string Status, IReadOnlyDictionary<string, HealthJson.Result> Results)
{
    // It is served as JSON only, so nothing but JSON's own characters needs an escape.
    private static readonly HealthJsonContext Readable = new(
        new JsonSerializerOptions(HealthJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    /// <summary>Creates it from a report.</summary>
    public static HealthJson From(HealthReport report) => new(
        report.Status.ToString(),
        report.Entries.ToDictionary(
            e => e.Key,
            e => new Result(
                e.Value.Status.ToString(),
                e.Value.Description ?? "",
                e.Value.Data.ToDictionary(d => d.Key, d => d.Value.ToString() ?? ""))));

    /// <summary>Writes it in UTF-8.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Readable.HealthJson);

    /// <summary>Parses it.</summary>
    /// <exception cref="JsonException">It isn't such a report.</exception>
    public static HealthJson Parse(byte[] json) =>
        JsonSerializer.Deserialize(json, HealthJsonContext.Default.HealthJson)
        ?? throw new JsonException("The report is null.");

    /// <summary>The result of a check.</summary>
    /// <param name="Status">Healthy, Degraded or Unhealthy.</param>
    /// <param name="Description">What it found.</param>
    /// <param name="Data">Details, such as the state of each shard.</param>
    public sealed record Result(string Status, string Description, IReadOnlyDictionary<string, string> Data);
}

[JsonSerializable(typeof(HealthJson))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class HealthJsonContext : JsonSerializerContext;
