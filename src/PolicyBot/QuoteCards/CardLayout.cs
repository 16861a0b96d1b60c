using PolicyBot.Chat.Quotes;

namespace PolicyBot.QuoteCards;

/// <summary>Where each part of a card is. All lengths are in pixels.</summary>
/// <param name="Height">The height of the card.</param>
/// <param name="Quote">The quoted words, in the largest size that fits the usual height.</param>
/// <param name="Speaker">The speaker, below the words.</param>
/// <param name="Source">The source, at the bottom.</param>
/// <param name="Style">The style of the card.</param>
internal sealed record CardLayout(int Height, TextBlock Quote, TextBlock Speaker, TextBlock Source, CardStyle Style)
{
    public const int Width = 1200;
    public const int UsualHeight = 630;
    public const int Left = 96;
    public const int TextWidth = Width - Left - 80;

    /// <summary>
    /// The opening quotation mark hangs to the left of the lines; the closing one ends the last line.
    /// </summary>
    public const string OpeningMark = "“";
    public const string ClosingMark = "”";

    /// <summary>The smallest legible size; the card grows for longer texts.</summary>
    public const int MinSize = 20;

    private const int MaxSize = 104;

    // Above this size, a smaller one is tried before a word is broken.
    private const int BreakingSize = 40;
    private const float SmallLineSpacing = 1.3f;
    private const float LineSpacing = 1.2f;

    public static CardLayout Create(QuoteCard card, CardFont font)
    {
        var quote = new MeasuredText(CardText.ToDrawable(card.Text) + ClosingMark, font);
        var speaker = new MeasuredText(CardText.ToDrawable(card.Speaker), font);
        var source = new MeasuredText(CardText.ToDrawable(card.Source), font);
        var roomy = Create(quote, speaker, source, CardStyle.Roomy);
        return roomy.Height == UsualHeight ? roomy : Create(quote, speaker, source, CardStyle.Dense);
    }

    private static CardLayout Create(
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
