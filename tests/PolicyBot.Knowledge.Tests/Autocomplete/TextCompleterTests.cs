using PolicyBot.Knowledge.Autocomplete;

namespace PolicyBot.Knowledge.Tests.Autocomplete;

public sealed class TextCompleterTests
{
    private static readonly string[] Texts =
        ["Red apples and pears", "Green apples", "Yellow bananas", "Red cherries are red"];

    [Theory]
    [InlineData("app", 1, 0)]
    [InlineData("red app", 0)]
    [InlineData("apples red", 0)]
    [InlineData("red", 0, 3)]
    [InlineData("gr bananas")]
    [InlineData("aples", 1, 0)]
    [InlineData("banditry")]
    [InlineData("kiwi")]
    public void Complete_MatchAllWords_FindsTextsWithAllWords(string typed, params int[] expected) =>
        Assert.Equal(expected.Order(), new TextCompleter(Texts, matchAllWords: true).Complete(typed, 10)!.Order());

    [Theory]
    [InlineData("red app", 0, 3, 1)]
    [InlineData("yellow apples", 2, 0, 1)]
    public void Complete_MatchAnyWord_OrdersByMatch(string typed, params int[] expected) =>
        Assert.Equal(expected, new TextCompleter(Texts).Complete(typed, 10));

    [Theory]
    [InlineData("")]
    [InlineData(" … ")]
    public void Complete_NoWordTyped_IsNull(string typed) => Assert.Null(new TextCompleter(Texts).Complete(typed, 10));

    [Fact]
    public void Complete_NoTexts_FindsNone() => Assert.Empty(new TextCompleter([]).Complete("apple", 10)!);
}
