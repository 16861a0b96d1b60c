using System.Globalization;
using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>
/// A fake Discord with a moderator who sets up daily posts, and the bot, with a data folder that outlives it: the bot
/// can be stopped and started again, or run twice. The clock skips whole days, so the gateway expects no heartbeat for
/// weeks.
/// </summary>
internal sealed class DailyServer : IAsyncDisposable
{
    /// <summary>When the first post is due: at nine in London, on the day after the clock's start.</summary>
    public static readonly Instant FirstDue = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    // The wait if something is overdue. No other wait is as long.
    private static readonly TimeSpan ShortestIdle = TimeSpan.FromMilliseconds(800);

    // The longest wait between two attempts of one request.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly List<RunningBot> _bots = [];

    private DailyServer(FakeDiscordServer server, TestClock clock)
    {
        (Server, Clock) = (server, clock);
        Moderator = server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);
        Channel = server.AddChannel("news");
    }

    public FakeDiscordServer Server { get; }

    public TestClock Clock { get; }

    public DataFolder Data { get; } = new();

    public DiscordUser Moderator { get; }

    /// <summary>The channel of the daily post; nobody else writes there.</summary>
    public DiscordChannel Channel { get; }

    /// <summary>The bot that was started last.</summary>
    public RunningBot Bot => _bots[^1];

    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    /// <summary>The messages in the channel, oldest first.</summary>
    public IReadOnlyList<SentMessage> Posts => Server.GetMessages(Channel);

    /// <summary>The direct messages to the moderator.</summary>
    public IReadOnlyList<SentMessage> Told => Server.GetMessages(Server.GetDirectMessages(Moderator));

    /// <summary>Starts the fake Discord and the bot.</summary>
    public static async Task<DailyServer> StartAsync(
        TestClock? clock = null, FakeDiscordOptions? options = null, Action<DataFolder>? prepare = null)
    {
        clock ??= new TestClock();
        options = (options
            ?? new FakeDiscordOptions()) with
        { TimeProvider = clock, HeartbeatInterval = TimeSpan.FromDays(20) };
        var daily =
            new DailyServer(await FakeDiscordServer.StartAsync(options, TestContext.Current.CancellationToken), clock);
        prepare?.Invoke(daily.Data);
        await daily.StartBotAsync(hasData: prepare is null);
        return daily;
    }

    /// <summary>Starts the bot again, or a second one.</summary>
    /// <param name="hasData">Whether it can store data; if so, waits until its database is open.</param>
    public async Task<RunningBot> StartBotAsync(bool hasData = true)
    {
        var bot = await RunningBot.StartAsync(new RunningBot.Setup { Server = Server, Clock = Clock, Data = Data });
        if (hasData) await bot.Subscriptions.ReadDueAsync(Now, Now, max: 0, TestContext.Current.CancellationToken);
        _bots.Add(bot);
        return bot;
    }

    /// <summary>Stops the bot that was started last.</summary>
    public async Task StopBotAsync()
    {
        await Bot.DisposeAsync();
        _bots.RemoveAt(_bots.Count - 1);
    }

    /// <summary>The moderator uses a command on the channel.</summary>
    /// <returns>The reply.</returns>
    public Task<SentMessage> UseAsync(string command, params (string Name, object Value)[] options) =>
        UseAsync(command, Moderator, command == "status" ? options : [("channel", Channel), .. options]);

    /// <summary>A user uses a command.</summary>
    /// <returns>The reply.</returns>
    public Task<SentMessage> UseAsync(
        string command, DiscordUser user, params (string Name, object Value)[] options) =>
        Server.UseCommand($"daily {command}", options.ToDictionary(o => o.Name, o => o.Value), user: user)
            .GetMessageAsync();

    /// <summary>The moderator sets up a daily post.</summary>
    public async Task SetAsync(string time = "9:00", string zone = "Europe/London", string content = "full") =>
        Assert.Contains(
            "The next post is due",
            (await UseAsync("set", ("time", time), ("timezone", zone), ("content", content))).Description(),
            StringComparison.Ordinal);

    /// <summary>Waits until the bot has sent everything that is due, and waits for the next minute.</summary>
    public Task IdleAsync() => Clock.AdvanceUntilAsync(
        Clock.NextTimerAsync(Idle, Idle, _bots.Count), w => w == ShortestIdle);

    /// <summary>Advances the clock to a time as soon as the bot is idle.</summary>
    public async Task GoToAsync(Instant time)
    {
        await IdleAsync();
        Clock.Advance((time - Now).ToTimeSpan());
    }

    /// <summary>
    /// Goes to a time at which a post is due, and stops some minutes before it: then the bot does the work of every few
    /// hours, whose waits can't be confused with those of the post.
    /// </summary>
    public async Task GoToDueAsync(Instant time)
    {
        if ((time - Now).ToTimeSpan() > ServerActions.HousekeepingInterval)
        {
            await GoToAsync(time - Duration.FromMinutes(5));
            await Clock.NextTimerAsync(
                ServerActions.HousekeepingInterval, ServerActions.HousekeepingInterval, _bots.Count);
        }

        await GoToAsync(time);
    }

    /// <summary>Advances the clock as soon as the bot is idle.</summary>
    public Task AdvanceAsync(Duration time) => GoToAsync(Now + time);

    /// <summary>Lets the bot run round after round until a task is done.</summary>
    public async Task RunUntilAsync(Task done)
    {
        await Clock.AdvanceUntilAsync(done, w => w == Idle || w == ShortestIdle, _bots.Count);
        await IdleAsync();
    }

    /// <summary>Waits, minute by minute, for a number of messages in the channel; returns the last one.</summary>
    public async Task<SentMessage> WaitForPostAsync(int count)
    {
        await RunUntilAsync(PostLoggedAsync(count));
        return Posts[count - 1];
    }

    /// <summary>Goes to a time, and waits for the post that is due then.</summary>
    /// <param name="time">The time.</param>
    /// <param name="count">How many messages the channel then has.</param>
    public async Task<SentMessage> PostedAtAsync(Instant time, int count)
    {
        await GoToDueAsync(time);
        return await WaitForPostAsync(count);
    }

    /// <summary>Waits until the bot has tried a number of times to post in the channel.</summary>
    public Task WaitForTriesAsync(int count) =>
        Server.Log.WaitForAsync<RequestRecord>(IsPost, count, TestContext.Current.CancellationToken);

    /// <summary>Goes to when the first post is due, and waits until it has failed after all attempts.</summary>
    public async Task GoToFailureAsync()
    {
        await GoToDueAsync(FirstDue);
        await WaitForFailuresAsync(1);
    }

    /// <summary>Advances the clock while the bot tries, until a number of posts have failed.</summary>
    public Task WaitForFailuresAsync(int count) =>
        Clock.AdvanceUntilAsync(Bot.Log.WaitForAsync("probably not posted", count), LongestPause);

    /// <summary>Waits, minute by minute, until the bot has logged an outcome a number of times.</summary>
    public Task WaitForOutcomeAsync(string outcome, int count = 1) =>
        RunUntilAsync(Bot.Log.WaitForAsync(outcome, count));

    /// <summary>Lets minutes pass, one by one.</summary>
    public async Task PassMinutesAsync(int count)
    {
        for (var n = 0; n < count; n++) await AdvanceAsync(Duration.FromMinutes(1));
        await IdleAsync();
    }

    /// <summary>The reply to <c>/daily status</c>.</summary>
    public async Task<string> StatusAsync() => (await UseAsync("status")).Description();

    public async ValueTask DisposeAsync()
    {
        var violations = Bot.Violations;
        foreach (var bot in _bots) await bot.DisposeAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', _bots.SelectMany(b => b.Log.All)));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Server.Log.Records));
        await Server.DisposeAsync();
        Data.Dispose();
        Assert.True(violations.Count == 0, $"Requests that do not fit Discord's API:\n{string.Join('\n', violations)}");
    }

    private Task<RequestRecord> PostLoggedAsync(int count) =>
        Server.Log.WaitForAsync<RequestRecord>(
            r => IsPost(r) && r.Status == 200, count, TestContext.Current.CancellationToken);

    private bool IsPost(RequestRecord request) =>
        request.Method == "POST" && request.Path == $"/channels/{Text(Channel.Id)}/messages";

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
