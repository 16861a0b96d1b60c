using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class SummaryCommandTests
{
    [Theory]
    [InlineData("line", "The town closed the harbour.")]
    [InlineData("short", "The town closed the harbour on May 2. The boats lie idle.")]
    [InlineData("", "The town closed the harbour on May 2. The boats lie idle.")]
    public async Task Summary_LineOrShort_IsAParagraph(string length, string expected) =>
        Assert.Equal([expected], (await Sample.Bot().RunAsync("summary", ("length", length))).Paragraphs());

    [Fact]
    public async Task Summary_Full_ListsEveryPoint() => Assert.Equal(
        ["The town closed the harbour on May 2.", "Mayor Joan Hill signed the order."],
        (await Sample.Bot().RunAsync("summary", ("length", "Full"))).Items());
}
