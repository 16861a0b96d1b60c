using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.BackgroundServices;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.ConsoleChat;
using PolicyBot.Discord;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.FakeDiscord;
using PolicyBot.FakeDiscord.Contract;
using PolicyBot.Hosting;
using PolicyBot.Settings;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>
/// The bot as its users get it, built from the program's own registrations, on a stand-in Discord, over real sockets
/// and a clock that stands still. The connection is the built-in one but in classes
/// <see cref="OnDiscordNetAttribute"/>. When it ends, what it asked of Discord must have been as Discord's own
/// description of its API has it.
/// </summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly AppPaths Paths = new(AppContext.BaseDirectory, AppContext.BaseDirectory);
    private static readonly ArticlesFolder Articles = new(Paths.GetArticlesFolder(null), Paths.CurrentFolder);

    // One data folder for all tests: it holds nothing but vectors.
    private static readonly ArticleLoader Loader = new(
        Articles,
        new MatchingOptions(),
        SentenceEncoderFile.Open(EncoderUse.Auto, AppContext.BaseDirectory),
        Path.Combine(AppContext.BaseDirectory, "data"),
        new AnswerQueue());

    // Trained once for all tests: it is the shipped article and never changes.
    private static readonly PendingArticle Shipped = PendingArticle.Start("facebook-encryption", Loader);

    private const int Unlimited = 1_000_000;

    private readonly IHostApplicationLifetime _lifetime;
    private readonly RunOutcome _outcome;
    private readonly Task _running;
    private readonly StringWriter _errors;
    private readonly bool _ownsServer;

    private RunningBot(
        FakeDiscordServer server, TestClock clock, IHost host, FakeLogCollector log, StringWriter errors,
        bool ownsServer)
    {
        (Server, Clock, Log, _errors, _ownsServer) = (server, clock, log, errors, ownsServer);
        _lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        _outcome = host.Services.GetRequiredService<RunOutcome>();
        Connection = host.Services.GetRequiredService<IDiscordConnection>();
        Daily = host.Services.GetRequiredService<IDailyChannels>();
        Subscriptions = host.Services.GetRequiredService<ISubscriptionStore>();
        // It disposes of the host at its end.
        _running = host.RunAsync();
    }

    public FakeDiscordServer Server { get; }

    public TestClock Clock { get; }

    public FakeLogCollector Log { get; }

    /// <summary>What the program wrote to its standard error.</summary>
    public string Errors => _errors.ToString();

    /// <summary>The exit code that the program would end with.</summary>
    public int ExitCode => _outcome.ExitCode;

    public IDiscordConnection Connection { get; }

    public IDailyChannels Daily { get; }

    public ISubscriptionStore Subscriptions { get; }

    /// <summary>What the bot asked that Discord's own description of its API does not allow.</summary>
    public IReadOnlyList<ContractViolation> Violations => [.. Server.Violations.Where(v => !IsPassedOver(v))];

    /// <summary>Starts bot and stand-in, and waits until the bot is there with its commands.</summary>
    public static async Task<RunningBot> StartAsync(Setup? setup = null)
    {
        var bot = await LaunchAsync(setup);
        await bot.Log.WaitForAsync("Connected to Discord");
        await bot.Log.WaitForAsync("commands");
        return bot;
    }

    /// <summary>Starts bot and stand-in, and waits for nothing.</summary>
    public static async Task<RunningBot> LaunchAsync(Setup? setup = null)
    {
        setup ??= new Setup();
        if (OnDiscordNetAttribute.IsOnCurrentTest)
            Assert.SkipUnless(
                Connections.HasDiscordNet,
                "skipped, because this build has no Discord.Net: build with -p:DiscordNet=true");
        var clock = setup.Clock ?? new TestClock();
        var server = setup.Server
            ?? await FakeDiscordServer.StartAsync(
                setup.ServerOptions with { TimeProvider = clock }, TestContext.Current.CancellationToken);
        setup.Prepare?.Invoke(server);
        var options = new BotOptions();
        options.Discord.Token = server.Bot.Token;
        options.Discord.ApiUrl = server.ApiUrl;
        options.Discord.Connection = OnDiscordNetAttribute.IsOnCurrentTest
            ? ConnectionKind.DiscordNet
            : ConnectionKind.BuiltIn;
        if (!setup.IsLimited) options.Discord.UserLimit = options.Discord.ChannelLimit = Unlimited;
        setup.Configure?.Invoke(options.Discord);
        options.Storage.DataFolder = setup.Data?.Path;
        setup.ConfigureAll?.Invoke(options);

        var log = new FakeLogCollector();
        var errors = new StringWriter { NewLine = "\n" };
        await Shipped.Ready;
        var terminal = new Terminal(TextReader.Null, TextWriter.Null, errors);
        var settings = new SettingsResult.Read(options, new ConfigurationBuilder().Build());
        var builder =
            BotHost.CreateBuilder(settings, Shipped, Loader, Articles, Paths, terminal, new FixedRandom(setup.Random));
        builder.Logging.ClearProviders().AddProvider(new FakeLoggerProvider(log)).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(clock);
        if (setup.Data is null) KeepNothing(builder.Services);
        setup.Register?.Invoke(builder.Services);
        return new RunningBot(server, clock, builder.Build(), log, errors, ownsServer: setup.Server is null);
    }

    /// <summary>Tells it to stop, as SIGTERM does, and waits for nothing.</summary>
    public void Stop() => _lifetime.StopApplication();

    /// <summary>Waits until the program has ended.</summary>
    public Task EndedAsync() => _running.WaitAsync(TestGuard.Timeout, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Stop();
        await EndedAsync();
        if (!_ownsServer) return;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Log.All));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Server.Log.Records));
        var violations = Violations;
        await Server.DisposeAsync();
        Assert.True(violations.Count == 0, $"Requests that do not fit Discord's API:\n{string.Join('\n', violations)}");
    }

    // Nor has what is kept a place in time then.
    private static void KeepNothing(IServiceCollection services)
    {
        var nothing = new NothingKept();
        services
            .AddSingleton<IServerSettingsStore>(nothing)
            .AddSingleton<IUsageStore>(nothing)
            .AddSingleton<ISubscriptionStore>(nothing)
            .AddSingleton<IDeliveryLedger>(nothing);
        var workers = services.Where(s => s.ServiceType == typeof(IHostedService)
            && s.ImplementationType?.Namespace == typeof(IPlatformConnection).Namespace);
        foreach (var worker in workers.ToList()) services.Remove(worker);
    }

    // Discord.Net also sends properties that Discord had once, or has elsewhere; Discord passes those over. Nothing
    // else is let pass.
    private static bool IsPassedOver(ContractViolation violation) =>
        OnDiscordNetAttribute.IsOnCurrentTest
            && violation.Problem.EndsWith("unknown property", StringComparison.Ordinal)
            && !violation.Problem.StartsWith("The stand-in", StringComparison.Ordinal);

    /// <summary>What is not as usual.</summary>
    internal sealed record Setup
    {
        public FakeDiscordServer? Server { get; init; }

        public TestClock? Clock { get; init; }

        public FakeDiscordOptions ServerOptions { get; init; } = new();

        public Action<FakeDiscordServer>? Prepare { get; init; }

        public Action<DiscordOptions>? Configure { get; init; }

        public Action<BotOptions>? ConfigureAll { get; init; }

        /// <summary>
        /// Where the bot keeps its data; null for tests that are not about it, whose bot keeps nothing.
        /// </summary>
        public DataFolder? Data { get; init; }

        public Action<IServiceCollection>? Register { get; init; }

        /// <summary>Whether floods are bounded as usual; most tests ask much while the clock stands still.</summary>
        public bool IsLimited { get; init; }

        /// <summary>What the random source gives, 0 to 1: nothing waits at 0 that is spread at random.</summary>
        public double Random { get; init; }
    }
}
