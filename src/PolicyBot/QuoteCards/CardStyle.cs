
namespace PolicyBot.QuoteCards;

/// <summary>How much room a card gives to what is not the quote; sizes and lengths in pixels.</summary>
/// <param name="SpeakerSize">The size of the speaker's name.</param>
/// <param name="SourceSize">The size of the source.</param>
/// <param name="Margin">What stays free above and below.</param>
/// <param name="SourceGap">What stays free above the source.</param>
/// <param name="HasOrnament">Whether there is room beside the small print for a large mark.</param>
internal sealed record CardStyle(float SpeakerSize, float SourceSize, float Margin, float SourceGap, bool HasOrnament)
{
    public static CardStyle Roomy { get; } = new(32, 22, 44, 24, HasOrnament: true);

    /// <summary>For quotes so long that they need the room.</summary>
    public static CardStyle Dense { get; } = new(22, 18, 32, 20, HasOrnament: false);
}
