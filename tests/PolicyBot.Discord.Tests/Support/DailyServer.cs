using System.Globalization;
using NodaTime;
using PolicyBot.Discord.Testing;

namespace PolicyBot.Discord.Tests.Support;

/// <summary>
/// A stand-in Discord with a moderator who orders daily posts, and the bot, which keeps its data in a folder that outlives it: it can be stopped and
/// started again, or run twice. Days pass in one leap each, and so its gateway asks for no heartbeat for weeks.
/// </summary>
internal sealed class DailyServer : IAsyncDisposable
{
    public const string MessagesRoute = "/channels/{channel_id}/messages";

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private readonly List<RunningBot> bots = [];

    private DailyServer(DiscordServer server, TestClock clock)
    {
        (Server, Clock) = (server, clock);
        Moderator = server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);
        Channel = server.AddChannel("news");
    }

    public DiscordServer Server { get; }

    public TestClock Clock { get; }

    public DataFolder Data { get; } = new();

    public DiscordUser Moderator { get; }

    /// <summary>Where it is posted; nobody else writes there.</summary>
    public DiscordChannel Channel { get; }

    /// <summary>The bot that was started last.</summary>
    public RunningBot Bot => bots[^1];

    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    /// <summary>What stands in the channel, oldest first.</summary>
    public IReadOnlyList<SentMessage> Posts => Server.Messages(Channel);

    /// <summary>What the moderator was told directly.</summary>
    public IReadOnlyList<SentMessage> Told => Server.Messages(Server.DirectMessages(Moderator));

    /// <summary>Starts the stand-in and the bot.</summary>
    public static async Task<DailyServer> StartAsync(TestClock? clock = null, DiscordServerOptions? options = null, Action<DataFolder>? prepare = null)
    {
        clock ??= new TestClock();
        options = (options ?? new DiscordServerOptions()) with { TimeProvider = clock, HeartbeatInterval = TimeSpan.FromDays(20) };
        var daily = new DailyServer(await DiscordServer.StartAsync(options, TestContext.Current.CancellationToken), clock);
        prepare?.Invoke(daily.Data);
        await daily.StartBotAsync();
        return daily;
    }

    /// <summary>Starts the bot again, or a second one.</summary>
    public async Task<RunningBot> StartBotAsync()
    {
        var bot = await RunningBot.StartAsync(new RunningBot.Setup { Server = Server, Clock = Clock, Data = Data });
        bots.Add(bot);
        return bot;
    }

    /// <summary>Stops the bot that was started last.</summary>
    public async Task StopBotAsync()
    {
        await Bot.DisposeAsync();
        bots.RemoveAt(bots.Count - 1);
    }

    /// <summary>The moderator uses one of the commands on the channel; gives what is answered.</summary>
    public Task<SentMessage> UseAsync(string command, params (string Name, object Value)[] options) =>
        UseAsync(command, Moderator, command == "status" ? options : [("channel", Channel), .. options]);

    /// <summary>Somebody uses one of the commands.</summary>
    public async Task<SentMessage> UseAsync(string command, DiscordUser user, params (string Name, object Value)[] options) =>
        await Server.UseCommand($"daily {command}", options.ToDictionary(o => o.Name, o => o.Value), user: user).ShownAsync();

    /// <summary>The moderator orders a daily post.</summary>
    public async Task SetAsync(string time = "9:00", string zone = "Europe/London", string content = "full") =>
        Assert.Contains("The next is due", (await UseAsync("set", ("time", time), ("timezone", zone), ("content", content))).Description(), StringComparison.Ordinal);

    /// <summary>Waits until the bot has sent all that is due, and waits for the next minute.</summary>
    public Task IdleAsync() => Clock.NextTimerAsync(Idle, Idle, bots.Count);

    /// <summary>Lets the clock go on to a time, once the bot is idle.</summary>
    public async Task GoToAsync(Instant time)
    {
        await IdleAsync();
        Clock.Advance((time - Now).ToTimeSpan());
    }

    /// <summary>Lets the clock go on, once the bot is idle.</summary>
    public Task GoOnAsync(Duration time) => GoToAsync(Now + time);

    /// <summary>Lets the minutes pass until something is done.</summary>
    public async Task UntilAsync(Task done)
    {
        await Clock.AdvanceUntilAsync(done, Idle, Idle);
        await IdleAsync();
    }

    /// <summary>Waits, minute by minute, for the so-manieth message in the channel, and gives it.</summary>
    public async Task<SentMessage> PostedAsync(int count)
    {
        await UntilAsync(PostLoggedAsync(count));
        return Posts[count - 1];
    }

    /// <summary>Goes to the next time that the clocks of a zone show this time, and waits for the post that is due then.</summary>
    public async Task<SentMessage> PostedAtAsync(Instant time, int count)
    {
        await GoToAsync(time);
        return await PostedAsync(count);
    }

    /// <summary>Lets so many minutes pass, one by one, while the bot may do what it likes.</summary>
    public async Task PassMinutesAsync(int count)
    {
        for (var n = 0; n < count; n++) await GoOnAsync(Duration.FromMinutes(1));
        await IdleAsync();
    }

    /// <summary>What the moderator is told of all posts.</summary>
    public async Task<string> StatusAsync() => (await UseAsync("status")).Description();

    public async ValueTask DisposeAsync()
    {
        var violations = Bot.Violations;
        foreach (var bot in bots) await bot.DisposeAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', bots.SelectMany(b => b.Log.All)));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Server.Log.Records));
        await Server.DisposeAsync();
        Data.Dispose();
        Assert.True(violations.Count == 0, $"Requests that do not fit Discord's API:\n{string.Join('\n', violations)}");
    }

    private async Task PostLoggedAsync(int count)
    {
        await Server.Log.WaitForAsync<RequestRecord>(r => r is { Method: "POST", Status: 200 } && r.Path == $"/channels/{Text(Channel.Id)}/messages", count, TestContext.Current.CancellationToken);
    }

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
