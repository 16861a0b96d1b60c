using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Rendering;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>Rendered replies that are as large as Discord allows.</summary>
public sealed class ReplySizeTests
{
    [Theory]
    [InlineData(4096, 1, 1)]
    [InlineData(4097, 2, 1)]
    [InlineData(5999, 2, 1)]
    [InlineData(6000, 2, 1)]
    [InlineData(6001, 2, 2)]
    [InlineData(20000, 5, 5)]
    public async Task Render_LongText_IsSplitWithinDiscordsLimits(int length, int embeds, int messages)
    {
        await using var bot = await RunningBot.StartAsync();
        var text = new string('a', length);

        var rendered = Render(new Block.Paragraph(text));
        foreach (var (message, number) in rendered.Select((m, n) => (m, n)))
            await bot.Connection.SendMessageAsync(
                bot.Server.AddChannel($"{number}").Id, message, "n", null, TestContext.Current.CancellationToken);

        Assert.Equal((embeds, messages), (rendered.Sum(m => m.Embeds.Count), rendered.Count));
        Assert.Equal(text, string.Concat(rendered.SelectMany(m => m.Embeds).Select(e => e.Description)));
    }

    [Theory]
    [InlineData(6000, true)]
    [InlineData(6001, false)]
    public async Task SendMessage_EmbedsAtTheLimit_AreAcceptedOrRefused(int length, bool isTaken)
    {
        await using var bot = await RunningBot.StartAsync(
            new RunningBot.Setup { ServerOptions = new FakeDiscordOptions { ChecksRequests = false } });
        var message = new OutgoingMessage(
            [new Embed
            {
                Description = new string('a', 4096)
            }, new Embed { Description = new string('b', length - 4096) }]);

        var sending = bot.Connection.SendMessageAsync(
            bot.Server.Channel.Id, message, "n", null, TestContext.Current.CancellationToken);

        if (isTaken) await sending;
        else Assert.Equal(50035, (await Assert.ThrowsAsync<RequestRefusedException>(() => sending)).Code);
    }

    [Theory]
    [InlineData(5, 5, 0)]
    [InlineData(6, 0, 6)]
    [InlineData(25, 0, 25)]
    [InlineData(26, 0, 25)]
    public async Task Render_Choices_AreButtonsOrAMenu(int count, int buttons, int options)
    {
        await using var bot = await RunningBot.StartAsync();
        var choices = Enumerable.Range(0, count)
            .Select(n => new ReplyAction($"Question {n}?", CommandRequest.Create("ask", "", ("entry", $"q{n}"))))
            .ToList();

        var message =
            Assert.Single(ReplyRenderer.Render(new Reply { Blocks = [new Block.Paragraph("x")], Choices = choices }));

        Assert.Equal((buttons, options), (message.Buttons.Count, message.MenuOptions.Count));
        await bot.Connection.SendMessageAsync(
            bot.Server.Channel.Id, message, "n", null, TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<OutgoingMessage> Render(Block block) =>
        ReplyRenderer.Render(new Reply { Blocks = [block] });
}
