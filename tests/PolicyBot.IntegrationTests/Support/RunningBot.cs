using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.BackgroundServices;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.ConsoleChat;
using PolicyBot.Discord;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Handlers;
using PolicyBot.FakeDiscord;
using PolicyBot.FakeDiscord.Contract;
using PolicyBot.Hosting;
using PolicyBot.Settings;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>
/// The bot as users get it, with the program's own services, on a fake Discord, over real sockets and with a stopped
/// clock. It uses the built-in connection except in classes with <see cref="OnDiscordNetAttribute"/>. At the end, all
/// its requests must match Discord's description of its API.
/// </summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly AppPaths Paths = new(AppContext.BaseDirectory, AppContext.BaseDirectory);
    private static readonly ArticlesFolder Articles = new(Paths.GetArticlesFolder(null), Paths.CurrentFolder);

    // All tests share one data folder, which contains only vectors.
    private static readonly ArticleLoader Loader = new(
        Articles,
        new MatchingOptions(),
        SentenceEncoderFile.Open(EncoderUse.Auto, AppContext.BaseDirectory),
        Path.Combine(AppContext.BaseDirectory, "data"),
        new AnswerQueue(TimeProvider.System));

    // Trained once for all tests, because the shipped article never changes.
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
        Curation = host.Services.GetRequiredService<ICurationStore>();
        WarmUp = host.Services.GetRequiredService<WarmUp>();
        // Disposes the host at the end.
        _running = host.RunAsync();
    }

    public FakeDiscordServer Server { get; }

    public TestClock Clock { get; }

    public FakeLogCollector Log { get; }

    /// <summary>The program's standard error.</summary>
    public string Errors => _errors.ToString();

    /// <summary>The program's exit code.</summary>
    public int ExitCode => _outcome.ExitCode;

    public IDiscordConnection Connection { get; }

    public IDailyChannels Daily { get; }

    public ISubscriptionStore Subscriptions { get; }

    public ICurationStore Curation { get; }

    public WarmUp WarmUp { get; }

    /// <summary>The bot's requests that don't match Discord's description of its API.</summary>
    public IReadOnlyList<ContractViolation> Violations => [.. Server.Violations.Where(v => !IsPassedOver(v))];

    /// <summary>
    /// Starts the bot and a fake Discord, and waits until the bot is connected and has registered its commands.
    /// </summary>
    public static async Task<RunningBot> StartAsync(Setup? setup = null)
    {
        var bot = await LaunchAsync(setup);
        await bot.Log.WaitForAsync("Connected to Discord");
        await bot.Log.WaitForAsync("commands");
        return bot;
    }

    /// <summary>Starts the bot and a fake Discord without waiting.</summary>
    public static async Task<RunningBot> LaunchAsync(Setup? setup = null)
    {
        setup ??= new Setup();
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
        if (!setup.IsLimited)
            (options.Discord.UserLimit, options.Discord.ChannelLimit, options.Discord.ModeratorLimit) =
                (Unlimited, Unlimited, Unlimited);
        setup.Configure?.Invoke(options.Discord);
        options.Storage.DataFolder = setup.Data?.Path;
        setup.ConfigureAll?.Invoke(options);

        var log = new FakeLogCollector();
        var errors = new StringWriter { NewLine = "\n" };
        await Task.WhenAll(Shipped.Ready, FirstDatabase.Ready);
        var terminal = new Terminal(TextReader.Null, TextWriter.Null, errors);
        var settings = new SettingsResult.Read(options, new ConfigurationBuilder().Build());
        var builder =
            BotHost.CreateBuilder(settings, Shipped, Loader, Articles, Paths, terminal, new FixedRandom(setup.Random));
        builder.Logging.ClearProviders().AddProvider(new FakeLoggerProvider(log)).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(clock);
        if (setup.Data is null) KeepNothing(builder.Services);
        if (!setup.WatchesArticles)
        {
            Remove(
                builder.Services,
                s => s.ImplementationType == typeof(ArticleWatcher) || s.ImplementationType == typeof(CurationWorker));
        }

        setup.Register?.Invoke(builder.Services);
        return new RunningBot(server, clock, builder.Build(), log, errors, ownsServer: setup.Server is null);
    }

    /// <summary>Requests a stop, as SIGTERM does, without waiting.</summary>
    public void Stop() => _lifetime.StopApplication();

    /// <summary>Waits until the program has ended.</summary>
    public Task EndedAsync() => _running.WaitAsync(TestGuard.Timeout, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Stop();
        try
        {
            await EndedAsync();
        }
        finally
        {
            // Shown if the test fails.
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Log.All));
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Server.Log.Records));
        }

        if (!_ownsServer) return;
        var violations = Violations;
        await Server.DisposeAsync();
        Assert.True(violations.Count == 0, $"Requests that do not fit Discord's API:\n{string.Join('\n', violations)}");
    }

    // The background services for saved data are removed, too.
    private static void KeepNothing(IServiceCollection services)
    {
        var nothing = new EmptyStore();
        services
            .AddSingleton<IServerSettingsStore>(nothing)
            .AddSingleton<IUsageStore>(nothing)
            .AddSingleton<IVoteStore>(nothing)
            .AddSingleton<ICurationStore>(nothing)
            .AddSingleton<ISubscriptionStore>(nothing)
            .AddSingleton<IDeliveryLedger>(nothing);
        Remove(
            services,
            s => s.ServiceType == typeof(IHostedService)
                && s.ImplementationType?.Namespace == typeof(IPlatformConnection).Namespace);
    }

    private static void Remove(IServiceCollection services, Func<ServiceDescriptor, bool> isMeant)
    {
        foreach (var service in services.Where(isMeant).ToList()) services.Remove(service);
    }

    // Discord.Net also sends obsolete properties and ones from other requests, which Discord ignores. Nothing else is
    // accepted.
    private static bool IsPassedOver(ContractViolation violation) =>
        OnDiscordNetAttribute.IsOnCurrentTest
            && violation.Problem.EndsWith("unknown property", StringComparison.Ordinal)
            && !violation.Problem.StartsWith("The fake Discord", StringComparison.Ordinal);

    /// <summary>Differences from the default bot.</summary>
    internal sealed record Setup
    {
        public FakeDiscordServer? Server { get; init; }

        public TestClock? Clock { get; init; }

        public FakeDiscordOptions ServerOptions { get; init; } = new();

        public Action<FakeDiscordServer>? Prepare { get; init; }

        public Action<DiscordOptions>? Configure { get; init; }

        public Action<BotOptions>? ConfigureAll { get; init; }

        /// <summary>The folder for the bot's data; null for tests that need none, whose bot saves nothing.</summary>
        public DataFolder? Data { get; init; }

        public Action<IServiceCollection>? Register { get; init; }

        /// <summary>
        /// Whether it looks for changed articles and sets; not in other tests, which advance the clock from timer to
        /// timer.
        /// </summary>
        public bool WatchesArticles { get; init; }

        /// <summary>Whether the bot's rate limits apply; most tests ask a lot while the clock is stopped.</summary>
        public bool IsLimited { get; init; }

        /// <summary>The value of the random source, 0 to 1; at 0, random delays are zero.</summary>
        public double Random { get; init; }
    }
}
