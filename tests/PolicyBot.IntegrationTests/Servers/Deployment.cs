using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.Settings;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>A fake Discord and a data folder for bots that run one after the other, or at the same time.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    // Longer than any test advances the clock at once, so that no connection times out.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromDays(10);

    private static readonly TimeSpan IdentifyInterval = TimeSpan.FromSeconds(6);

    private Deployment(FakeDiscordServer server, TestClock clock)
    {
        (Server, Clock) = (server, clock);
        Moderator = server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);
    }

    public FakeDiscordServer Server { get; }

    public TestClock Clock { get; }

    public DataFolder Data { get; } = new();

    public DiscordUser Moderator { get; }

    /// <summary>Changes the settings of bots that start from now on.</summary>
    public Action<BotOptions>? Configure { get; set; }

    /// <summary>Changes the services of bots that start from now on.</summary>
    public Action<IServiceCollection>? Register { get; set; }

    /// <summary>Whether bots that start from now on look for changed articles.</summary>
    public bool WatchesArticles { get; set; }

    /// <summary>Whether the rate limits apply to bots that start from now on.</summary>
    public bool IsLimited { get; set; }

    private string DatabaseFile => Path.Combine(Data.Path, "policybot.db");

    public static async Task<Deployment> CreateAsync(int guilds = 1, TestClock? clock = null)
    {
        clock ??= new TestClock();
        var options = new FakeDiscordOptions { TimeProvider = clock, Guilds = guilds, HeartbeatInterval = Heartbeat };
        return new Deployment(
            await FakeDiscordServer.StartAsync(options, TestContext.Current.CancellationToken), clock);
    }

    public Task<RunningBot> StartAsync()
    {
        // A shard may identify once in five seconds.
        if (Server.Log.Count<IdentifiedRecord>() > 0) Clock.Advance(IdentifyInterval);
        return RunningBot.StartAsync(
            new RunningBot.Setup
            {
                Server = Server,
                Clock = Clock,
                Data = Data,
                ConfigureAll = Configure,
                Register = Register,
                WatchesArticles = WatchesArticles,
                IsLimited = IsLimited,
            });
    }

    /// <summary>Opens a second connection to the bot's database.</summary>
    public async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>The number of rows of a guild in a table.</summary>
    public async Task<long> RowsAsync(string table, DiscordGuild guild)
    {
        await using var connection = await OpenAsync();
        return await connection.NumberAsync(
            $"SELECT count(*) FROM {table} WHERE {(table == "communities" ? "id" : "community")} = "
                + $"'{guild.Id.ToString(CultureInfo.InvariantCulture)}'");
    }

    /// <summary>Whether any file of the database contains a text.</summary>
    public bool Holds(string text) =>
        Directory.GetFiles(Data.Path)
            .Any(f => File.ReadAllBytes(f).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Data.Dispose();
    }
}
