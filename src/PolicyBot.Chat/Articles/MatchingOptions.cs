using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Chat.Articles;

/// <summary>How sure the bot must be.</summary>
public sealed class MatchingOptions : IValidatableObject
{
    /// <summary>Confidence, 0 to 1, from which an answer is given; null leaves it to the curated set.</summary>
    [Range(0.0, 1.0)]
    public double? AnswerThreshold { get; set; }

    /// <summary>
    /// Confidence, 0 to 1, from which the closest question is shown with its answer; null leaves it to the curated
    /// set.
    /// </summary>
    [Range(0.0, 1.0)]
    public double? OfferThreshold { get; set; }

    /// <summary>Whether the sentence encoder helps with questions that their words don't decide.</summary>
    [EnumDataType(typeof(EncoderUse), ErrorMessage = "Matching:Encoder is unknown; use Auto, On or Off")]
    public EncoderUse Encoder { get; set; } = EncoderUse.Auto;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OfferThreshold > AnswerThreshold)
        {
            yield return new ValidationResult(
                "Matching:OfferThreshold is above Matching:AnswerThreshold; lower it", [nameof(OfferThreshold)]);
        }
    }
}
