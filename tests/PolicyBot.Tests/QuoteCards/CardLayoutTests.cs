using PolicyBot.QuoteCards;

namespace PolicyBot.Tests.QuoteCards;

public sealed class CardLayoutTests
{
    private static readonly CardFont Font =
        CardFont.Load(Path.Combine(AppContext.BaseDirectory, "fonts", "LiberationSans-Regular.ttf"));

    [Theory]
    [MemberData(nameof(SampleCards.Names), MemberType = typeof(SampleCards))]
    public void Create_AnyText_KeepsEveryCharacter(string name)
    {
        var card = SampleCards.All[name];

        var layout = CardLayout.Create(card, Font);

        Assert.Equal(Letters(CardText.ToDrawable(card.Text) + CardLayout.ClosingMark), Letters(layout.Quote.Lines));
        Assert.Equal(Letters(CardText.ToDrawable(card.Speaker)), Letters(layout.Speaker.Lines));
        Assert.Equal(Letters(CardText.ToDrawable(card.Source)), Letters(layout.Source.Lines));
    }

    [Theory]
    [MemberData(nameof(SampleCards.Names), MemberType = typeof(SampleCards))]
    public void Create_AnyText_FitsOnCard(string name)
    {
        var layout = CardLayout.Create(SampleCards.All[name], Font);

        Assert.True(layout.Quote.Top >= 0);
        Assert.True(layout.Quote.Bottom <= layout.Speaker.Top);
        Assert.True(layout.Speaker.Bottom <= layout.Source.Top);
        Assert.True(layout.Source.Bottom < layout.Height);
        Assert.All([layout.Quote, layout.Speaker, layout.Source], b =>
            Assert.All(b.Lines, l => Assert.InRange(Font.GetWidths(l).Sum() * b.Size, 0, CardLayout.TextWidth + 0.5f)));
    }

    [Fact]
    public void Create_PlainText_BreaksOnlyBetweenWords()
    {
        var card = SampleCards.All["2,000 characters"];

        Assert.Equal(card.Text + CardLayout.ClosingMark, string.Join(' ', CardLayout.Create(card, Font).Quote.Lines));
    }

    [Theory]
    [InlineData("one letter")]
    [InlineData("300 characters")]
    [InlineData("2,000 characters")]
    [InlineData("a word of 500 letters")]
    public void Create_TextThatFits_IsAsHighAsUsual(string name) =>
        Assert.Equal(CardLayout.UsualHeight, CardLayout.Create(SampleCards.All[name], Font).Height);

    [Fact]
    public void Create_TextThatFitsInNoSize_GrowsAtTheSmallest()
    {
        var layout = CardLayout.Create(SampleCards.All["6,000 characters"], Font);

        Assert.Equal(CardLayout.MinSize, layout.Quote.Size);
        Assert.True(layout.Height > CardLayout.UsualHeight);
    }

    [Fact]
    public void Create_LongerText_IsNeverLarger()
    {
        var text = SampleCards.All["2,000 characters"].Text;
        var cards = Enumerable.Range(1, 20).Select(i => SampleCards.Usual with { Text = text[..(i * 60)] });
        var sizes = cards.Select(c => CardLayout.Create(c, Font).Quote.Size).ToList();

        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.True(sizes[0] > 2 * sizes[^1]);
    }

    [Fact]
    public void Create_WordTooWideForLargeLetters_IsKeptWholeInSmallerOnes()
    {
        var layout = CardLayout.Create(SampleCards.All["a word of 30 letters"], Font);

        Assert.Contains(layout.Quote.Lines, l => l.Contains(new string('w', 30), StringComparison.Ordinal));
    }

    [Fact]
    public void ToDrawable_InvisibleCharacters_AreRemoved() =>
        Assert.Equal("ab c", CardText.ToDrawable("a\u200Db\uFE0F\u202E\0 c"));

    private static string Letters(IEnumerable<string> lines) => string.Concat(lines.Select(Letters));

    private static string Letters(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
