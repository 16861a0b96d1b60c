using PolicyBot.Knowledge.Exchange;

namespace PolicyBot.Knowledge.Tests.Exchange;

public sealed class TableCellsTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+49 30")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    [InlineData("'=1")]
    [InlineData("''-1")]
    public void Neutralize_Formula_BecomesATextAndComesBack(string text)
    {
        var cell = TableCells.Neutralize(text);

        Assert.Equal("'" + text, cell);
        Assert.Equal(text, TableCells.Read(cell));
    }

    [Theory]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void Neutralize_SpaceThatASpreadsheetRuns_BecomesAText(string text) =>
        Assert.StartsWith("'", TableCells.Neutralize(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Who?")]
    [InlineData("'tis")]
    [InlineData("'")]
    [InlineData("1-2=3")]
    public void Neutralize_Text_StaysTheSame(string text)
    {
        Assert.Equal(text, TableCells.Neutralize(text));
        Assert.Equal(text, TableCells.Read(text));
    }

    [Fact]
    public void Split_JoinedTexts_AreTheSame()
    {
        string[] texts = ["a\nb", "a\\nb", "\\", "c\\\\n", "d"];

        Assert.Equal(texts, TableCells.Split(TableCells.Join(texts)));
    }
}
