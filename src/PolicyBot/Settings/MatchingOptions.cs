using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Settings;

/// <summary>How sure the bot must be.</summary>
internal sealed class MatchingOptions : IValidatableObject
{
    /// <summary>Confidence, 0 to 1, from which an answer is given; null leaves it to the curated set.</summary>
    [Range(0.0, 1.0)]
    public double? AnswerThreshold { get; set; }

    /// <summary>Confidence, 0 to 1, from which questions are offered to choose from; null leaves it to the curated set.</summary>
    [Range(0.0, 1.0)]
    public double? OfferThreshold { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OfferThreshold > AnswerThreshold)
            yield return new ValidationResult("Matching:OfferThreshold is above Matching:AnswerThreshold; lower it", [nameof(OfferThreshold)]);
    }
}
