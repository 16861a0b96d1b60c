
namespace PolicyBot.QuoteCards;

/// <summary>How much space a card gives to everything except the quote. Sizes and lengths are in pixels.</summary>
/// <param name="SpeakerSize">The size of the speaker's name.</param>
/// <param name="SourceSize">The size of the source.</param>
/// <param name="Margin">The space above and below.</param>
/// <param name="SourceGap">The space above the source.</param>
/// <param name="HasOrnament">Whether a large quotation mark fits next to the source.</param>
internal sealed record CardStyle(float SpeakerSize, float SourceSize, float Margin, float SourceGap, bool HasOrnament)
{
    public static CardStyle Roomy { get; } = new(32, 22, 44, 24, HasOrnament: true);

    /// <summary>For quotes that need more space.</summary>
    public static CardStyle Dense { get; } = new(22, 18, 32, 20, HasOrnament: false);
}
