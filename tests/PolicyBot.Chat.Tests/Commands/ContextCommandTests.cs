using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class ContextCommandTests
{
    private static readonly Article Letters = new(
        "A", null, null, null, "A\n\nbb bb\n\ncc cc\n\ndd dd\n\nee ee\n\nff ff\n\ngg gg");

    [Theory]
    [InlineData("A\n\n[bb] bb\n\ncc cc", "bb")]
    [InlineData("ff ff\n\n[gg gg]", "gg gg")]
    [InlineData("bb bb\n\n[cc] cc\n\n[dd] dd\n\nee ee", "cc", "dd")]
    [InlineData("A\n\n[bb] bb\n\ncc cc | ff ff\n\n[gg] gg", "gg", "bb")]
    [InlineData("bb bb\n\n[cc cc]\n\ndd dd", "cc", "cc cc")]
    public void Create_Passages_AreHighlightedBetweenTheirNeighbors(string expected, params string[] passages)
    {
        var excerpts = ExcerptBuilder.Create(Letters, [.. passages.Select(p => Letters.Find(p)!)]);

        var texts = excerpts.Select(e => string.Concat(e.Parts.Select(p => p.IsHighlighted ? $"[{p.Text}]" : p.Text)));
        Assert.Equal(expected, string.Join(" | ", texts).Replace("][", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Context_OfAnAnswer_ShowsItsEvidenceAndTheSource()
    {
        var bot = Sample.Bot(Sample.Answered(Sample.Who));
        var context = await bot.ChooseAsync(await bot.RunAsync("ask", ("question", "who?")), "In context");

        Assert.Contains(
            context.Blocks.OfType<Block.Excerpt>().SelectMany(e => e.Parts),
            r => r is { IsHighlighted: true, Text: "Mayor Joan Hill signed the order." });
        Assert.Equal("“Town Closes Harbour”, by Ann Lee", context.Source?.Text);
    }

    [Theory]
    [InlineData("entry", "gone")]
    [InlineData("quote", "gone")]
    [InlineData("other", "x")]
    public async Task Context_RemovedEntry_SaysSo(string option, string id) =>
        Assert.Equal(
            ["I no longer have that passage. Please ask again."],
            (await Sample.Bot().RunAsync("context", (option, id))).Paragraphs());
}
