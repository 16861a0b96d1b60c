using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Telemetry;

/// <summary>Whether and where the bot sends metrics and traces.</summary>
internal sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>The address of an OpenTelemetry collector; null to send nothing.</summary>
    public Uri? Endpoint { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null and not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return new ValidationResult(
                "Telemetry:Endpoint must be the http or https address of a collector, such as http://127.0.0.1:4318",
                [nameof(Endpoint)]);
        }
    }
}
