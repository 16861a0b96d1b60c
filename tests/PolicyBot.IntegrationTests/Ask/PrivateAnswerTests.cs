using PolicyBot.Chat.Messages;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Ask;

/// <summary>Private answers are shown to the user only.</summary>
public abstract class PrivateAnswerTests
{
    public sealed class OverBuiltIn : PrivateAnswerTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : PrivateAnswerTests;
#endif

    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    [Theory]
    [InlineData("ask", "question", "Who signed the letter?")]
    [InlineData("ask", "question", "Did Google sign?")]
    [InlineData("quote", "by", "Facebook")]
    [InlineData("quotes", "page", "all")]
    [InlineData("summary", "length", "full")]
    [InlineData("people", null, null)]
    [InlineData("topics", null, null)]
    [InlineData("article", "text", "true")]
    public async Task Command_Private_IsShownToTheUserOnly(string command, string? option, string? value)
    {
        await using var bot = await RunningBot.StartAsync();
        Dictionary<string, object> options = option is null ? [] : new() { [option] = value! };

        var open = bot.Server.UseCommand(command, new Dictionary<string, object>(options) { ["private"] = false });
        var alone = bot.Server.UseCommand(command, new Dictionary<string, object>(options) { ["private"] = true });
        await Task.WhenAll(open.GetMessageAsync(), alone.GetMessageAsync());
        await bot.FinishAsync();

        Assert.All(alone.Messages, m => Assert.True(m.IsEphemeral));
        Assert.All(open.Messages, m => Assert.False(m.IsEphemeral));
        Assert.Equal(open.Messages.Select(m => m.Description()), alone.Messages.Select(m => m.Description()));
        Assert.Equal(open.Messages.Select(m => m.Id), bot.Server.GetMessages(bot.Server.Channel).Select(m => m.Id));
    }

    [Fact]
    public async Task Commands_WithPublicAnswers_HaveThePrivateOption()
    {
        await using var bot = await RunningBot.StartAsync();

        var withIt = from command in bot.Server.GetCommands()
                     where command["options"]?.AsArray().Any(o => (string)o!["name"]! == "private") == true
                     select (string)command["name"]!;

        Assert.Equal(
            ["article", "ask", "people", "quote", "quotes", "summary", "topics"], withIt.Order(StringComparer.Ordinal));
    }

    // The flags of the first response can't be changed later, and follow-ups have their own.
    [Theory]
    [InlineData(true, 64)]
    [InlineData(false, 0)]
    public async Task Command_SlowAndLong_StaysPrivateOrPublic(bool isPrivate, int flags)
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(new TestCommand("slow", c => ready.Task.WaitAsync(c))
            {
                Definition = new("slow", "It takes its time.", []) { CanBePrivate = true },
            }),
        });

        var used = bot.Use("slow", "private", isPrivate);
        await bot.Clock.AdvanceToTimerAsync(DeferAfter);
        var response = await used.GetResponseAsync();
        ready.SetResult(TestCommand.Says(string.Join(' ', Enumerable.Range(0, 2_000).Select(n => $"word{n}"))));
        await used.GetMessageAsync(3);

        Assert.Equal((5, flags), ((int)response["type"]!, (int?)response["data"]?["flags"] ?? 0));
        Assert.All(used.Messages, m => Assert.Equal(isPrivate, m.IsEphemeral));
        Assert.Equal(isPrivate ? 0 : used.Messages.Count, bot.Server.GetMessages(bot.Server.Channel).Count);
    }

    [Fact]
    public async Task Command_Private_IsNotShownToOthersByWhy()
    {
        await using var bot = await RunningBot.StartAsync();
        var grace = bot.Server.AddUser("grace");
        var question = new Dictionary<string, object> { ["question"] = "Who signed the letter?", ["private"] = true };
        await bot.Server.UseCommand("ask", question).GetMessageAsync();

        var others = await bot.Server.UseCommand("why", user: grace).GetMessageAsync();
        var own = await bot.Server.UseCommand("why").GetMessageAsync();

        Assert.Contains("I haven't answered anything here yet", others.Description(), StringComparison.Ordinal);
        Assert.Contains("Who signed the letter?", own.Description(), StringComparison.Ordinal);
    }
}
