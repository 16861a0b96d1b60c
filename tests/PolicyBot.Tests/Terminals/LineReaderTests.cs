using PolicyBot.ConsoleChat;

namespace PolicyBot.Tests.Terminals;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a", "a")]
    [InlineData("a\n", "a")]
    [InlineData("a\r\nb\rc\n\nd", "a", "b\rc", "", "d")]
    [InlineData("\uFEFFa\n\uFEFFb", "a", "\uFEFFb")]
    [InlineData("\0\n", "\0")]
    public void ReadLine_Text_GivesItsLines(string text, params string[] expected) =>
        Assert.Equal(expected, Lines(text));

    [Fact]
    public void ReadLine_LongLine_IsCutAndTheNextIsWhole()
    {
        var lines = Lines(new string('x', 1_000_000) + "\nnext\n");

        Assert.Equal([LineReader.MaxLength, 4], lines.Select(l => l.Length));
    }

    private static List<string> Lines(string text)
    {
        using var reader = new StringReader(text);
        var lines = new LineReader(reader);
        var all = new List<string>();
        while (lines.ReadLine() is { } line) all.Add(line);
        return all;
    }
}
