using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Connection;

public abstract class ShardTests
{
    public sealed class OverBuiltIn : ShardTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : ShardTests;
#endif

    [Fact]
    public async Task Shards_HigherConcurrency_IdentifyTogether()
    {
        await using var bot = await RunningBot.LaunchAsync(new RunningBot.Setup
        {
            ServerOptions = new FakeDiscordOptions { RecommendedShards = 4, MaxConcurrency = 4 },
        });

        await bot.Log.WaitForAsync("Connected to Discord", 4);
    }

    [Fact]
    public async Task SessionStarts_UsedUp_WaitsAndLogsThat()
    {
        var resetAfter = TimeSpan.FromHours(3);
        await using var bot = await RunningBot.LaunchAsync(new RunningBot.Setup
        {
            ServerOptions = new FakeDiscordOptions { SessionStartsRemaining = 0, SessionStartsResetAfter = resetAfter },
        });

        await bot.Log.WaitForAsync("session starts of the day are used");
        var wait = await bot.Clock.AdvanceToTimerAsync(resetAfter, resetAfter + TimeSpan.FromMinutes(1));
        await bot.Log.WaitForAsync("Connected to Discord");

        Assert.True(wait >= resetAfter);
    }
}
