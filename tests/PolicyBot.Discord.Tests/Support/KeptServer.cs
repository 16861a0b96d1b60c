using PolicyBot.Discord.Testing;
using PolicyBot.Settings;

namespace PolicyBot.Discord.Tests.Support;

/// <summary>A stand-in Discord with a member and a moderator, and the bot, which keeps its data in a folder that outlives it.</summary>
internal sealed class KeptServer : IAsyncDisposable
{
    private readonly List<RunningBot> bots = [];

    private KeptServer(DiscordServer server, TestClock clock)
    {
        (Server, Clock) = (server, clock);
        Moderator = server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);
    }

    public DiscordServer Server { get; }

    public TestClock Clock { get; }

    public DataFolder Data { get; } = new();

    public DiscordUser Moderator { get; }

    /// <summary>The bot that was started last.</summary>
    public RunningBot Bot => bots[^1];

    public Action<BotOptions>? Configure { get; init; }

    /// <summary>Starts the stand-in and the bot.</summary>
    public static async Task<KeptServer> StartAsync(Action<BotOptions>? configure = null, int guilds = 1)
    {
        var clock = new TestClock();
        // Days pass in one leap.
        var options = new DiscordServerOptions { TimeProvider = clock, HeartbeatInterval = TimeSpan.FromDays(20), Guilds = guilds };
        var kept = new KeptServer(await DiscordServer.StartAsync(options, TestContext.Current.CancellationToken), clock) { Configure = configure };
        await kept.StartBotAsync();
        return kept;
    }

    /// <summary>Starts the bot again, or a second one.</summary>
    public async Task<RunningBot> StartBotAsync()
    {
        // Discord lets one session begin in five seconds.
        if (Server.Log.Count<IdentifiedRecord>() > 0) Clock.Advance(TimeSpan.FromSeconds(6));
        var bot = await RunningBot.StartAsync(new RunningBot.Setup { Server = Server, Clock = Clock, Data = Data, ConfigureAll = Configure });
        bots.Add(bot);
        return bot;
    }

    /// <summary>Stops the bot and starts it again.</summary>
    public async Task RestartAsync()
    {
        await Bot.DisposeAsync();
        bots.RemoveAt(bots.Count - 1);
        await StartBotAsync();
    }

    /// <summary>The member asks something.</summary>
    public Task<SentMessage> AskAsync(string question, DiscordChannel? channel = null) => Bot.Use("ask", "question", question, channel).ShownAsync();

    /// <summary>The moderator uses a command; gives what is answered.</summary>
    public async Task<SentMessage> ManageAsync(string command, params (string Name, object Value)[] options) =>
        await Server.UseCommand(command, options.ToDictionary(o => o.Name, o => o.Value), user: Moderator).ShownAsync();

    /// <summary>What the moderator reads in answer to a command.</summary>
    public async Task<string> ReadAsync(string command, params (string Name, object Value)[] options) => (await ManageAsync(command, options)).Description();

    /// <summary>Somebody presses a button by its label, or else the member; gives what is answered.</summary>
    public async Task<SentMessage> PressAsync(SentMessage message, string label, DiscordUser? user = null) =>
        await Server.Press(message, Buttons(message).Single(b => b.Label == label).Id, user).ShownAsync();

    /// <summary>The buttons under a message.</summary>
    public static IReadOnlyList<(string Label, string Id)> Buttons(SentMessage message) =>
    [
        .. (message.Json["components"]?.AsArray() ?? []).SelectMany(row => row!["components"]!.AsArray())
            .Where(c => c!["label"] is not null).Select(c => ((string)c!["label"]!, (string)c["custom_id"]!)),
    ];

    public async ValueTask DisposeAsync()
    {
        var violations = bots.SelectMany(b => b.Violations).Distinct().ToList();
        foreach (var bot in bots) await bot.DisposeAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', bots.SelectMany(b => b.Log.All)));
        await Server.DisposeAsync();
        Data.Dispose();
        Assert.True(violations.Count == 0, $"Requests that do not fit Discord's API:\n{string.Join('\n', violations)}");
    }
}
