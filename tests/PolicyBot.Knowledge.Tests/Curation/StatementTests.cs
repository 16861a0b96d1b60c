using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Tests.Curation;

public sealed class StatementTests
{
    private static readonly Article Report = new(
        "A Report", null, null, null, "A Report\n\n“The water is not safe,” it says. The town closed the harbour.");

    [Theory]
    [InlineData("The town closed the harbour.", true, "The town closed the harbour.")]
    [InlineData("The town closed the harbour.", true, "The town closed the harbour")]
    [InlineData("“The water is not safe.”", true, "The water is not safe")]
    [InlineData("The town closed the harbour.", true, "The water is not safe", "The town closed the harbour.")]
    [InlineData("The town closed the harbour.", false, "The town closed")]
    [InlineData("The town closed the harbor.", false, "The town closed the harbour.")]
    [InlineData("the town closed the harbour.", false, "The town closed the harbour.")]
    [InlineData("The water is not safe, and the town closed the harbour.", false, "The water is not safe")]
    public void RepeatsEvidence_Text_IsOneOfThePassages(string text, bool expected, params string[] evidence) =>
        Assert.Equal(expected, new Statement(text, [.. evidence.Select(e => Report.Find(e)!)]).RepeatsEvidence);
}
