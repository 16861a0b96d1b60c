using System.Buffers.Binary;
using PolicyBot.Chat.Quotes;
using PolicyBot.QuoteCards;
using SkiaSharp;

namespace PolicyBot.Tests.QuoteCards;

public sealed class QuoteCardPainterTests
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly QuoteCardPainter _painter = new();

    [Fact]
    public void Paint_UsualQuote_IsAPngOfTheUsualSize()
    {
        var png = _painter.Paint(SampleCards.Usual).Span;

        Assert.True(png.StartsWith(Signature));
        Assert.Equal(1200, BinaryPrimitives.ReadInt32BigEndian(png[16..]));
        Assert.Equal(630, BinaryPrimitives.ReadInt32BigEndian(png[20..]));
        Assert.True(png.Length < 150_000);
    }

    [Theory]
    [MemberData(nameof(SampleCards.Names), MemberType = typeof(SampleCards))]
    public void Paint_AnyText_LeavesTheEdgesFree(string name)
    {
        using var picture = SKBitmap.Decode(_painter.Paint(SampleCards.All[name]).Span);
        var paper = picture.GetPixel(picture.Width - 1, 0);

        Assert.Equal(1200, picture.Width);
        Assert.True(picture.Height >= 630);
        Assert.True(IsAll(paper, picture, SKRectI.Create(24, 0, 1176, 12)), "above");
        Assert.True(IsAll(paper, picture, SKRectI.Create(24, picture.Height - 12, 1176, 12)), "below");
        Assert.True(IsAll(paper, picture, SKRectI.Create(24, 0, 24, picture.Height)), "left");
        Assert.True(IsAll(paper, picture, SKRectI.Create(1160, 0, 40, picture.Height)), "right");
    }

    [Theory]
    [InlineData("speaker")]
    [InlineData("source")]
    [InlineData("text")]
    public void Paint_OtherWords_IsAnotherPicture(string changed)
    {
        var other = changed switch
        {
            "speaker" => SampleCards.Usual with { Speaker = "Another" },
            "source" => SampleCards.Usual with { Source = "Another" },
            _ => SampleCards.Usual with { Text = "Another" },
        };

        Assert.False(_painter.Paint(SampleCards.Usual).Span.SequenceEqual(_painter.Paint(other).Span));
    }

    [Fact]
    public void Paint_EqualCardAgain_IsTheSameMemory() =>
        Assert.True(_painter.Paint(SampleCards.Usual).Equals(_painter.Paint(SampleCards.Usual with { })));

    [Fact]
    public void Paint_AfterMoreCardsThanAreKept_PaintsAgainAndTheSame()
    {
        var first = _painter.Paint(SampleCards.Usual);
        for (var i = 0; i < 64; i++) _painter.Paint(new QuoteCard($"{i}", "", ""));

        var again = _painter.Paint(SampleCards.Usual);

        Assert.False(first.Equals(again));
        Assert.True(first.Span.SequenceEqual(again.Span));
    }

    [Fact]
    public void Paint_ManyThreads_PaintsEachCardOnceAndAllAlike()
    {
        List<QuoteCard> cards = [.. SampleCards.All.Values.Distinct()];
        var alone = new QuoteCardPainter();
        var expected = cards.Select(alone.Paint).ToList();

        var painted = new ReadOnlyMemory<byte>[cards.Count * 8];
        var threads = new ParallelOptions { MaxDegreeOfParallelism = 8 };
        Parallel.For(0, painted.Length, threads, i => painted[i] = _painter.Paint(cards[i % cards.Count]));

        for (var i = 0; i < painted.Length; i++)
        {
            Assert.True(painted[i].Equals(painted[i % cards.Count]));
            Assert.True(painted[i].Span.SequenceEqual(expected[i % cards.Count].Span));
        }
    }

    private static bool IsAll(SKColor colour, SKBitmap picture, SKRectI part)
    {
        for (var y = part.Top; y < part.Bottom; y++)
        {
            for (var x = part.Left; x < part.Right; x++)
            {
                if (picture.GetPixel(x, y) != colour) return false;
            }
        }

        return true;
    }
}
