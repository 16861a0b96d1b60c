using System.Globalization;
using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>
/// A stand-in Discord with a moderator who orders daily posts, and the bot, which keeps its data in a folder that
/// outlives it: it can be stopped and started again, or run twice. Days pass in one leap each, and so its gateway asks
/// for no heartbeat for weeks.
/// </summary>
internal sealed class DailyServer : IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    // Where something is overdue. No other wait is as long.
    private static readonly TimeSpan ShortestIdle = TimeSpan.FromMilliseconds(800);

    // Between the tries of one request.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // How long a response to an interaction may take.
    private static readonly TimeSpan Responding = TimeSpan.FromSeconds(1);

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

    /// <summary>Where it is posted; nobody else writes there.</summary>
    public DiscordChannel Channel { get; }

    /// <summary>The bot that was started last.</summary>
    public RunningBot Bot => _bots[^1];

    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    /// <summary>What stands in the channel, oldest first.</summary>
    public IReadOnlyList<SentMessage> Posts => Server.GetMessages(Channel);

    /// <summary>What the moderator was told directly.</summary>
    public IReadOnlyList<SentMessage> Told => Server.GetMessages(Server.GetDirectMessages(Moderator));

    /// <summary>Starts the stand-in and the bot.</summary>
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
    /// <param name="hasData">Whether it can keep data; it is waited for until it has made ready for that.</param>
    public async Task<RunningBot> StartBotAsync(bool hasData = true)
    {
        var bot = await RunningBot.StartAsync(new RunningBot.Setup { Server = Server, Clock = Clock, Data = Data });
        if (hasData) await bot.Subscriptions.GetNextDueAsync(Now, TestContext.Current.CancellationToken);
        _bots.Add(bot);
        return bot;
    }

    /// <summary>Stops the bot that was started last.</summary>
    public async Task StopBotAsync()
    {
        await Bot.DisposeAsync();
        _bots.RemoveAt(_bots.Count - 1);
    }

    /// <summary>The moderator uses one of the commands on the channel; gives what is answered.</summary>
    public Task<SentMessage> UseAsync(string command, params (string Name, object Value)[] options) =>
        UseAsync(command, Moderator, command == "status" ? options : [("channel", Channel), .. options]);

    /// <summary>Somebody uses one of the commands.</summary>
    public async Task<SentMessage> UseAsync(
        string command, DiscordUser user, params (string Name, object Value)[] options)
    {
        var answer = await Server.UseCommand(
            $"daily {command}", options.ToDictionary(o => o.Name, o => o.Value), user: user).ShownAsync();
        // Until the bot knows that it is shown.
        await Clock.NoTimerAsync(Responding);
        return answer;
    }

    /// <summary>The moderator orders a daily post.</summary>
    public async Task SetAsync(string time = "9:00", string zone = "Europe/London", string content = "full") =>
        Assert.Contains(
            "The next post is due",
            (await UseAsync("set", ("time", time), ("timezone", zone), ("content", content))).Description(),
            StringComparison.Ordinal);

    /// <summary>Waits until the bot has sent all that is due, and waits for the next minute.</summary>
    public Task IdleAsync() => Clock.NextTimerAsync(Idle, Idle, _bots.Count);

    /// <summary>Lets the clock go on to a time, once the bot is idle.</summary>
    public async Task GoToAsync(Instant time)
    {
        await IdleAsync();
        Clock.Advance((time - Now).ToTimeSpan());
    }

    /// <summary>
    /// Goes to a time at which a post is due, by way of some minutes before: what is done every few hours is over then,
    /// and makes no requests meanwhile, whose waits would be taken for those of the post.
    /// </summary>
    public async Task GoToDueAsync(Instant time)
    {
        if ((time - Now).ToTimeSpan() > Visits.TidyInterval)
        {
            await GoToAsync(time - Duration.FromMinutes(5));
            await Clock.NextTimerAsync(Visits.TidyInterval, Visits.TidyInterval, _bots.Count);
        }

        await GoToAsync(time);
    }

    /// <summary>Lets the clock go on, once the bot is idle.</summary>
    public Task GoOnAsync(Duration time) => GoToAsync(Now + time);

    /// <summary>Lets the bot go from round to round until something is done.</summary>
    public async Task UntilAsync(Task done)
    {
        await Clock.AdvanceUntilAsync(done, w => w == Idle || w == ShortestIdle, _bots.Count);
        await IdleAsync();
    }

    /// <summary>Waits, minute by minute, for the so-manieth message in the channel, and gives it.</summary>
    public async Task<SentMessage> PostedAsync(int count)
    {
        await UntilAsync(PostLoggedAsync(count));
        return Posts[count - 1];
    }

    /// <summary>Goes to a time, and waits for the so-manieth message, which is due then.</summary>
    public async Task<SentMessage> PostedAtAsync(Instant time, int count)
    {
        await GoToDueAsync(time);
        return await PostedAsync(count);
    }

    /// <summary>Waits until the bot has tried so often to post in the channel, whatever came of it.</summary>
    public Task TriedAsync(int count) =>
        Server.Log.WaitForAsync<RequestRecord>(IsPost, count, TestContext.Current.CancellationToken);

    /// <summary>
    /// Goes to a time at which posts fail, and on until the bot gives up trying for the so-manieth time.
    /// </summary>
    public async Task FailedAtAsync(Instant time, int count = 1)
    {
        await GoToDueAsync(time);
        await FailedAsync(count);
    }

    /// <summary>Lets the clock go on while the bot tries, until it gives up for the so-manieth time.</summary>
    public Task FailedAsync(int count) =>
        Clock.AdvanceUntilAsync(Bot.Log.WaitForAsync("not posted, as far as known", count), LongestPause);

    /// <summary>Waits, minute by minute, until the bot says so-many times what came of a post.</summary>
    public Task OutcomeAsync(string outcome, int count = 1) => UntilAsync(Bot.Log.WaitForAsync(outcome, count));

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
