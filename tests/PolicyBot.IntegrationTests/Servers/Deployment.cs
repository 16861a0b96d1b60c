using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.Settings;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>A stand-in Discord and a data folder on which bots are started one after the other, or at once.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    // Longer than any test lets the clock go on at once, so that no connection is taken for dead.
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

    /// <summary>What is not as usual with the settings of the bots that are started from then on.</summary>
    public Action<BotOptions>? Configure { get; set; }

    /// <summary>What else they are made of.</summary>
    public Action<IServiceCollection>? Register { get; set; }

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
        // Discord lets a shard identify itself once in five seconds.
        if (Server.Log.Count<IdentifiedRecord>() > 0) Clock.Advance(IdentifyInterval);
        return RunningBot.StartAsync(
            new RunningBot.Setup
            {
                Server = Server,
                Clock = Clock,
                Data = Data,
                ConfigureAll = Configure,
                Register = Register
            });
    }

    /// <summary>A connection to the bot’s database beside the bot’s own.</summary>
    public async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>How many rows a table has of a guild.</summary>
    public async Task<long> RowsAsync(string table, DiscordGuild guild)
    {
        await using var connection = await OpenAsync();
        return await connection.NumberAsync(
            $"SELECT count(*) FROM {table} WHERE {(table == "communities" ? "id" : "community")} = "
                + $"'{guild.Id.ToString(CultureInfo.InvariantCulture)}'");
    }

    /// <summary>Whether any file of the database holds a text.</summary>
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
