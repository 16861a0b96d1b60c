using PolicyBot.Discord;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Connection;

/// <summary>How shards identify with the built-in connection.</summary>
public sealed class BuiltInShardTests
{
    [Fact]
    public async Task Shards_Several_EachAnswersItsGuildsAndTheFirstDirectMessages()
    {
        await using var bot = await StartShardsAsync(new FakeDiscordOptions { Guilds = 40 }, o => o.Shards = 3);

        foreach (var guild in bot.Server.Guilds)
            await bot.Server.UseCommand("summary", channel: bot.Server.AddChannel("here", guild)).GetMessageAsync();
        await bot.Server.UseCommand("summary", channel: bot.Server.GetDirectMessages(bot.Server.User))
            .GetMessageAsync();

        Assert.Equal([0, 1, 2], Identified(bot).Select(i => i.Shard).Order());
        Assert.All(Identified(bot), i => Assert.Equal(3, i.ShardCount));
        Assert.Equal(1, bot.Server.Log.Count<RequestRecord>(r => r.Method == "PUT"));
    }

    [Fact]
    public async Task Shards_MaxConcurrencyOfOne_IdentifyFiveSecondsApart()
    {
        await using var bot = await StartShardsAsync(new FakeDiscordOptions { RecommendedShards = 3 });

        var times = Identified(bot).Select(i => i.At).Order().ToList();
        Assert.All(
            times.Zip(times.Skip(1)),
            t => Assert.InRange(t.Second - t.First, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6)));
    }

    private static async Task<RunningBot> StartShardsAsync(
        FakeDiscordOptions options, Action<DiscordOptions>? configure = null)
    {
        var bot = await RunningBot.LaunchAsync(new RunningBot.Setup { ServerOptions = options, Configure = configure });
        // The other two start to wait at the same time.
        foreach (var wait in new[] { 5.5, 11 })
            await bot.Clock.NextTimerAsync(TimeSpan.FromSeconds(wait), TimeSpan.FromSeconds(wait));
        for (var ready = 1; ready <= 3; ready++)
        {
            await bot.Log.WaitForAsync("Connected to Discord", ready);
            await bot.Log.WaitForAsync("commands");
            if (ready < 3) bot.Clock.Advance(TimeSpan.FromSeconds(5.5));
        }

        return bot;
    }

    private static List<IdentifiedRecord> Identified(RunningBot bot) =>
        [.. bot.Server.Log.Records.OfType<IdentifiedRecord>()];
}
