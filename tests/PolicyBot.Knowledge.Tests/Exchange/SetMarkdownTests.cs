using PolicyBot.Knowledge.Exchange;

namespace PolicyBot.Knowledge.Tests.Exchange;

public sealed class SetMarkdownTests
{
    [Fact]
    public void Create_Set_HasQuestionsWithAnswersAndEvidence()
    {
        var lines = SetMarkdown.Create(ExchangeSets.Sample).Split('\n');

        Assert.Equal("# Mayor Opens Library", lines[0]);
        Assert.Contains("Ann Lee, Hill Gazette, May 3", lines);
        Assert.Contains("### Who opened the library?", lines);
        Assert.Contains("Mayor Rosa Diaz opened it. She said, “It is the town’s living room.”", lines);
        Assert.Contains("> Mayor Rosa Diaz opened Eastgate Library", lines);
        Assert.Contains("> — Rosa Diaz", lines);
    }

    [Theory]
    [InlineData("<script>", @"### \<script\>")]
    [InlineData("[a](b) *c* _d_ `e`", @"### \[a\](b) \*c\* \_d\_ \`e\`")]
    [InlineData("a\n# b", @"### a \# b")]
    [InlineData("1. a", @"### 1\. a")]
    [InlineData("- a - b", @"### \- a - b")]
    [InlineData("&lt; a|b", @"### \&lt; a\|b")]
    public void Create_TextWithMarkup_IsShownAsItIs(string question, string expected)
    {
        var entry = ExchangeSets.Sample.Questions[0] with { Question = question };

        var lines = SetMarkdown.Create(ExchangeSets.Sample with { Questions = [entry] }).Split('\n');

        Assert.Contains(expected, lines);
    }
}
