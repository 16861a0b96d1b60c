using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class WholeCharactersTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abc", 2, "ab")]
    [InlineData("abc", 0, "")]
    [InlineData("", 0, "")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("ab😀c", 4, "ab😀")]
    [InlineData("ab😀c", 3, "ab")]
    [InlineData("😀", 1, "")]
    public void Truncate_AnyLength_KeepsSurrogatePairsWhole(string text, int maxLength, string expected) =>
        Assert.Equal(expected, WholeCharacters.Truncate(text, maxLength));
}
