using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>Nobody notices the warm-up that follows the start.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public async Task Run_Connected_SendsAndCountsNothing()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var sent = bot.Server.Log.Count<RequestRecord>();

        await bot.WarmUp.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(sent, bot.Server.Log.Count<RequestRecord>());
        Assert.DoesNotContain(bot.Log.All, l => l.Contains("warm up", StringComparison.Ordinal));
        (await bot.ManageAsync(deployment.Moderator, "stats"))
            .AssertSays("Nobody asked anything here during that time.");
    }
}
