using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Health;

/// <summary>Whether and where the bot says how it is.</summary>
internal sealed class HealthOptions : IValidatableObject
{
    private const string Problem =
        "Health:Address must be an http address of this machine without a path, such as http://127.0.0.1:8080, because "
        + "everybody who reaches it can read it; in a container, use the command health";

    /// <summary>The address, which only this machine reaches; null to serve none.</summary>
    public Uri? Address { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is null) yield break;
        var isUsable = Address is { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true, PathAndQuery: "/" }
            && Address is { UserInfo: "", Fragment: "" };
        if (!isUsable) yield return new ValidationResult(Problem, [nameof(Address)]);
    }
}
