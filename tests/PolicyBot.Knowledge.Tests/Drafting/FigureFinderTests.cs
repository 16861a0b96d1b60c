using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting;

namespace PolicyBot.Knowledge.Tests.Drafting;

public sealed class FigureFinderTests
{
    [Theory]
    [InlineData("It was written on Oct. 4 by two officials.", "Oct. 4 | two officials")]
    [InlineData("On November 13, 2014, it grew from less than $1 billion in 2003 to nearly $65 billion.",
        "November 13, 2014 | less than $1 billion | 2003 | nearly $65 billion")]
    [InlineData("It costs 8 cents per head, 3.5% or 40 percent more than last year.",
        "8 cents | 3.5% | 40 percent more | last year")]
    [InlineData("It protects over a billion people every day.", "over a billion people")]
    [InlineData("No figure is here.", "")]
    public void Find_DatesAndNumbers_InOrder(string text, string expected)
    {
        var found = FigureFinder.Find(new Passage(text, new TextSpan(0, text.Length)));

        Assert.Equal(expected, string.Join(" | ", found.Select(f => f.Passage.Text)));
        Assert.All(found, f => Assert.Equal(f.Passage.Text, text[f.Passage.Span.Start..f.Passage.Span.End]));
    }
}
