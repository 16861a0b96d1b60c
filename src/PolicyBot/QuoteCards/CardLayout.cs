using PolicyBot.Chat.Quotes;

namespace PolicyBot.QuoteCards;

/// <summary>Where everything stands on a card. All lengths are in pixels.</summary>
/// <param name="Height">How high the card is.</param>
/// <param name="Quote">The quoted words, in the largest size that leaves the card as high as it should be.</param>
/// <param name="Speaker">Whose words they are, below them.</param>
/// <param name="Source">Where they are taken from, at the bottom.</param>
/// <param name="Style">How it was laid out.</param>
internal sealed record CardLayout(int Height, TextBlock Quote, TextBlock Speaker, TextBlock Source, CardStyle Style)
{
    public const int Width = 1200;
    public const int UsualHeight = 630;
    public const int Left = 96;
    public const int TextWidth = Width - Left - 80;

    /// <summary>
    /// The first of the marks around the quote hangs to the left of its lines; the last one ends its last line.
    /// </summary>
    public const string OpeningMark = "“";
    public const string ClosingMark = "”";

    /// <summary>Smaller words are not legible: for longer texts the card grows.</summary>
    public const int MinSize = 20;

    private const int MaxSize = 104;

    // Above this size a smaller one is tried before a word is broken.
    private const int BreakingSize = 40;
    private const float SmallLineSpacing = 1.3f;
    private const float LineSpacing = 1.2f;

    public static CardLayout Of(QuoteCard card, CardFont font)
    {
        var quote = new MeasuredText(CardText.Of(card.Text) + ClosingMark, font);
        var speaker = new MeasuredText(CardText.Of(card.Speaker), font);
        var source = new MeasuredText(CardText.Of(card.Source), font);
        var roomy = Of(quote, speaker, source, CardStyle.Roomy);
        return roomy.Height == UsualHeight ? roomy : Of(quote, speaker, source, CardStyle.Dense);
    }

    private static CardLayout Of(
        MeasuredText quoteText, MeasuredText speakerText, MeasuredText sourceText, CardStyle style)
    {
        var source = Block(sourceText, style.SourceSize, SmallLineSpacing);
        var speaker = Block(speakerText, style.SpeakerSize, SmallLineSpacing);
        var room = UsualHeight - (2 * style.Margin) - style.SourceGap - source.Height - speaker.Height;
        var size = LargestSize(quoteText, room);
        var quote = Block(quoteText, size, LineSpacing);
        var height = UsualHeight + (int)Math.Ceiling(Math.Max(0, quote.Height + SpeakerGap(size) - room));

        source = source with { Top = height - style.Margin - source.Height };
        var middle = (style.Margin + source.Top - style.SourceGap) / 2;
        quote = quote with { Top = middle - ((quote.Height + SpeakerGap(size) + speaker.Height) / 2) };
        speaker = speaker with { Top = quote.Bottom + SpeakerGap(size) };
        return new CardLayout(height, quote, speaker, source, style);
    }

    private static int LargestSize(MeasuredText text, float room)
    {
        var (fits, tooLarge) = (MinSize, MaxSize + 1);
        while (tooLarge - fits > 1)
        {
            var size = (fits + tooLarge) / 2;
            if (Fits(text, size, room)) fits = size;
            else tooLarge = size;
        }

        return fits;
    }

    private static bool Fits(MeasuredText text, int size, float room) =>
        (size <= BreakingSize || text.WidestWord * size <= TextWidth)
        && (text.Wrap((float)TextWidth / size).Count * size * LineSpacing) + SpeakerGap(size) <= room;

    private static TextBlock Block(MeasuredText text, float size, float lineSpacing) =>
        new(text.WrapEvenly(TextWidth / size), size, size * lineSpacing, 0);

    private static float SpeakerGap(float size) => 6 + (size / 4);
}
