using PolicyBot.Discord.Testing;
using PolicyBot.Discord.Tests.Support;

namespace PolicyBot.Discord.Tests.Servers;

/// <summary>What members make of answers, and how it is counted.</summary>
public abstract class FeedbackTests
{
    public sealed class OverBuiltIn : FeedbackTests;

    [OnDiscordNet]
    public sealed class OverDiscordNet : FeedbackTests;

    private const string Question = "who signed the letter?";
    private const string Thanks = "Thank you, that is good to know.";

    [Fact]
    public async Task Vote_UnderAPublicAnswer_IsThankedForAloneAndLeavesTheAnswer()
    {
        await using var kept = await KeptServer.StartAsync();
        var answer = await kept.AskAsync(Question);
        var before = answer.Description();

        var own = await kept.PressAsync(answer, "Helpful");
        var others = await kept.PressAsync(answer, "Not helpful", kept.Moderator);

        Assert.Equal((Thanks, true), (own.Description(), own.IsEphemeral));
        Assert.True(others.IsEphemeral);
        Assert.Equal(before, kept.Server.Find(answer.Id)!.Description());
        Assert.Contains("1 found an answer helpful, 1 did not", await kept.ReadAsync("stats"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vote_UnderAPrivateAnswer_LeavesTheAnswer()
    {
        await using var kept = await KeptServer.StartAsync();
        var answer = await kept.Server.UseCommand("ask", new Dictionary<string, object> { ["question"] = Question, ["private"] = true }).ShownAsync();
        var before = answer.Description();

        var thanks = await kept.PressAsync(answer, "Helpful");

        Assert.Equal(Thanks, thanks.Description());
        Assert.NotEqual(answer.Id, thanks.Id);
        Assert.Equal(before, kept.Server.Find(answer.Id)!.Description());
    }

    [Fact]
    public async Task Vote_TwiceAndChanged_CountsOnce()
    {
        await using var kept = await KeptServer.StartAsync();
        var answer = await kept.AskAsync(Question);

        await kept.PressAsync(answer, "Helpful");
        Assert.Equal("You have told me so already. Thank you.", (await kept.PressAsync(answer, "Helpful")).Description());
        await kept.PressAsync(answer, "Not helpful");

        Assert.Contains("0 found an answer helpful, 1 did not", await kept.ReadAsync("stats"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vote_AfterARestart_IsCounted()
    {
        await using var kept = await KeptServer.StartAsync();
        var answer = await kept.AskAsync(Question);
        await kept.RestartAsync();

        await kept.PressAsync(answer, "Helpful");

        Assert.Contains("1 found an answer helpful, 0 did not", await kept.ReadAsync("stats"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WhereTheBotIsNotAdded_HasNoVoteAndIsNotCounted()
    {
        await using var kept = await KeptServer.StartAsync();
        var direct = kept.Server.DirectMessages(kept.Server.User);
        var elsewhere = kept.Server.Channel with { IsOnlyUserInstalled = true };

        foreach (var channel in new[] { direct, elsewhere })
            Assert.DoesNotContain("Helpful", KeptServer.Buttons(await kept.AskAsync(Question, channel)).Select(b => b.Label));

        Assert.Equal("Nothing was asked here in that time.", await kept.ReadAsync("stats"));
    }
}
