using PolicyBot.Discord.Testing;
using PolicyBot.Discord.Tests.Support;

namespace PolicyBot.Discord.Tests.Gateway;

public sealed class ShardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shards_AsManyAsSet_AnswerTheirGuildsAndTheFirstTheDirectMessages()
    {
        await using var bot = await RunningBot.LaunchAsync(new RunningBot.Setup
        {
            ServerOptions = new DiscordServerOptions { Guilds = 40 },
            Configure = o => o.Shards = 3,
        });
        await bot.Clock.AdvanceUntilAsync(bot.Log.WaitForAsync("Connected to Discord", 3), TimeSpan.FromSeconds(6));
        await bot.Log.WaitForAsync("commands");

        await bot.Server.UseCommand("summary").ShownAsync();
        await bot.Server.UseCommand("summary", channel: bot.Server.DirectMessages(bot.Server.User)).ShownAsync();

        Assert.Equal([0, 1, 2], Identified(bot).Select(i => i.Shard).Order());
        Assert.All(Identified(bot), i => Assert.Equal(3, i.ShardCount));
        Assert.Equal(1, bot.Server.Log.Count<RequestRecord>(r => r.Method == "PUT"));
    }

    [Fact]
    public async Task Shards_MaxConcurrencyOfOne_IdentifyFiveSecondsApart()
    {
        await using var bot = await RunningBot.LaunchAsync(new RunningBot.Setup { ServerOptions = new DiscordServerOptions { RecommendedShards = 3 } });
        await bot.Clock.AdvanceUntilAsync(bot.Log.WaitForAsync("Connected to Discord", 3), TimeSpan.FromSeconds(6));

        var times = Identified(bot).Select(i => i.At).Order().ToList();
        Assert.All(times.Zip(times.Skip(1)), t => Assert.True(t.Second - t.First >= TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Shards_HigherConcurrency_IdentifyTogether()
    {
        await using var bot = await RunningBot.LaunchAsync(new RunningBot.Setup
        {
            ServerOptions = new DiscordServerOptions { RecommendedShards = 4, MaxConcurrency = 4 },
        });

        await bot.Log.WaitForAsync("Connected to Discord", 4);
    }

    [Fact]
    public async Task SessionStarts_UsedUp_AreWaitedForAndSaidSo()
    {
        var resetAfter = TimeSpan.FromHours(3);
        await using var bot = await RunningBot.LaunchAsync(new RunningBot.Setup
        {
            ServerOptions = new DiscordServerOptions { SessionStartsRemaining = 0, SessionStartsResetAfter = resetAfter },
        });

        await bot.Log.WaitForAsync("session starts of this day are used");
        var wait = await bot.Clock.AdvanceToTimerAsync(resetAfter + TimeSpan.FromMinutes(1), resetAfter);
        await bot.Log.WaitForAsync("Connected to Discord");

        Assert.True(wait >= resetAfter);
    }

    private static List<IdentifiedRecord> Identified(RunningBot bot) => [.. bot.Server.Log.Records.OfType<IdentifiedRecord>()];
}
