using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Storage;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Connection;

/// <summary>
/// A process that runs some of the shards, identifies in turn with others, and uses its share of their limits.
/// </summary>
public sealed class SharedShardTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5.5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shards_OfOneProcess_IdentifyInTheirTurnAndLeaveTheOthers()
    {
        var turns = new Turns();
        await using var bot = await LaunchAsync(turns, o => o with { Guilds = 8 });

        await turns.AskedAsync(2);
        Assert.Equal(0, bot.Server.Log.Count<IdentifiedRecord>());
        foreach (var ready in new[] { 1, 2 })
        {
            turns.Free();
            await bot.Clock.AdvanceToTimerAsync(Interval);
            await bot.Log.WaitForAsync("Connected to Discord", ready);
        }

        Assert.Equal([2, 3], Identified(bot).Select(i => i.Shard).Order());
        Assert.All(Identified(bot), i => Assert.Equal(4, i.ShardCount));
        Assert.All(turns.Asked, t => Assert.Equal((0, Interval), (t.Queue, t.Interval)));
        // Guild i is on shard i modulo 4.
        foreach (var guild in bot.Server.Guilds)
            bot.Server.SendMessage($"{bot.Mention()} who signed the letter?", bot.Server.AddChannel("here", guild));
        await bot.Server.Log.WaitForAsync<RequestRecord>(IsPost, count: 4, ct: Cancellation);
        await bot.FinishAsync();
        Assert.Equal(4, bot.Posts());
        Assert.Equal(0, bot.Server.Log.Count<RequestRecord>(
            r => r.Route == "/applications/{application_id}/commands"));
    }

    [Fact]
    public async Task Identify_NoConnectionLeft_WaitsForTheResetAndLogsThat()
    {
        var turns = new Turns { Wait = Duration.FromHours(3) };
        await using var bot = await LaunchAsync(turns);

        await bot.Log.WaitForAsync("All 1000 session starts of the day are used. Waiting 10800.0 s");
        turns.FreeAll();
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromHours(3));

        await bot.Log.WaitForAsync("Connected to Discord");
    }

    [Theory]
    [InlineData(false, "Nothing is there.")]
    [InlineData(true, "The database did not respond in time.")]
    public async Task Identify_DatabaseUnavailable_FollowsAfterARandomTime(bool hangs, string reason)
    {
        var turns = new Turns { Hangs = hangs, Fault = "Nothing is there." };
        await using var bot = await LaunchAsync(turns, random: 0.5);
        await turns.AskedAsync(2);
        if (hangs) bot.Clock.Advance(TimeSpan.FromSeconds(15));

        // Half of the time that all four shards take.
        await bot.Log.WaitForAsync(
            "Failed to take a turn to identify; identifying after a random time instead: " + reason, 2);
        await bot.Clock.NextTimerAsync(TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(11), count: 2);
        Assert.Equal(0, bot.Server.Log.Count<IdentifiedRecord>());
        bot.Clock.Advance(TimeSpan.FromSeconds(11));

        await bot.Log.WaitForAsync("Connected to Discord");
        await bot.Clock.AdvanceToTimerAsync(Interval);
        await bot.Log.WaitForAsync("Connected to Discord", 2);
    }

    [Fact]
    public async Task Resume_DatabaseUnavailable_NeedsNoTurn()
    {
        var turns = new Turns();
        turns.FreeAll();
        await using var bot = await LaunchAsync(turns, o => o with { MaxConcurrency = 4 });
        await bot.Log.WaitForAsync("Connected to Discord", 2);

        turns.Fault = "Nothing is there.";
        bot.Server.GatewayFaults.Drop();
        await bot.Log.WaitForAsync("Session resumed", 2);

        Assert.Equal(2, bot.Server.Log.Count<IdentifiedRecord>());
    }

    [Fact]
    public async Task SendMessage_HalfOfTheShards_MaySendHalfOfTheFiftyInASecond()
    {
        var turns = new Turns();
        turns.FreeAll();
        await using var bot = await LaunchAsync(turns, o => o with { MaxConcurrency = 4 });
        await bot.Log.WaitForAsync("Connected to Discord", 2);
        var channels = Enumerable.Range(0, 30).Select(n => bot.Server.AddChannel($"channel-{n}")).ToList();
        bot.Clock.Advance(TimeSpan.FromSeconds(2));

        var message = new OutgoingMessage([new Embed { Description = "Hello." }]);
        var sent = Task.WhenAll(
            channels.Select(c => bot.Connection.SendMessageAsync(c.Id, message, "n", null, Cancellation)));
        var window = TimeSpan.FromSeconds(1.05);
        await bot.Clock.NextTimerAsync(window, window, count: 5);
        await bot.Server.Log.WaitForAsync<RequestRecord>(IsPost, count: 25, ct: Cancellation);
        Assert.Equal(25, bot.Posts());
        bot.Clock.Advance(window);

        await sent.WaitAsync(TestGuard.Timeout, Cancellation);
        Assert.Equal(30, bot.Posts());
    }

    // Discord's list has the guilds of all shards, so that none of them is taken for one that the bot has left.
    [Fact]
    public async Task Housekeeping_GuildsOfOtherShards_HaveNotLeft()
    {
        await using var deployment = await Deployment.CreateAsync(guilds: 4);
        deployment.Configure = o => (o.Discord.Shards, o.Discord.ShardIds) = (4, "0");
        await using var bot = await deployment.StartAsync();
        // The bot doesn't trust the clock at once.
        await bot.Clock.AdvanceUntilAsync(
            bot.Log.WaitForAsync("Deleted all expired data"), w => w == TimeSpan.FromMinutes(5));
        foreach (var guild in bot.Server.Guilds)
            await bot.Subscriptions.SaveAsync(CreateSubscription(guild), Cancellation);
        var left = bot.Server.Guilds[1];
        bot.Server.RemoveBot(left);

        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromHours(6));
        await bot.Log.WaitForAsync("Deleted all expired data", 2);

        Assert.Equal(1, await deployment.RowsAsync("communities", left));
        await using var connection = await deployment.OpenAsync();
        Assert.Equal(1, await connection.NumberAsync("SELECT count(*) FROM communities"));
    }

    private static Subscription CreateSubscription(DiscordGuild guild) => new()
    {
        Channel = $"{guild.Id}",
        Server = $"{guild.Id}",
        Time = LocalTime.Noon,
        TimeZone = DateTimeZone.Utc,
        SetBy = "1",
        NextDue = Instant.FromUtc(2100, 1, 1, 12, 0),
    };

    private static Task<RunningBot> LaunchAsync(
        Turns turns, Func<FakeDiscordOptions, FakeDiscordOptions>? change = null, double random = 0)
    {
        // Longer than any test advances the clock.
        var options = new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromDays(1) };
        return RunningBot.LaunchAsync(new RunningBot.Setup
        {
            ServerOptions = change is null ? options : change(options),
            Configure = o => (o.Shards, o.ShardIds) = (4, "2-3"),
            Register = s => s.AddSingleton<IConnectionTurnStore>(turns),
            Random = random,
        });
    }

    private static bool IsPost(RequestRecord request) =>
        request is { Method: "POST", Route: "/channels/{channel_id}/messages" };

    private static List<IdentifiedRecord> Identified(RunningBot bot) =>
        [.. bot.Server.Log.Records.OfType<IdentifiedRecord>()];
}
