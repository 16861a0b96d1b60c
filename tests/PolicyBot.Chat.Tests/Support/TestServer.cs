using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Quotes;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A bot in a server, whose store is in memory and whose answers a test lays down.</summary>
internal sealed class TestServer : IDisposable
{
    public const string Community = "server 1";

    public static readonly Caller Manager = new("ann", Community, CanManageServer: true);
    public static readonly Caller Member = new("tom", Community, CanManageServer: false);
    public static readonly Caller InDirectMessages = new("ann", null, CanManageServer: false);

    private readonly ServiceProvider _services;

    public TestServer(PrivacyOptions? privacy = null)
    {
        Privacy = privacy ?? new PrivacyOptions();
        Usage = new UsageTracker(Store, Clock, Privacy);
        var served = new ServedArticle(Sample.Set, Answered);
        var daily = new NoDaily();
        var posts = new DailyPostScheduler(daily, daily, (_, _) => ValueTask.FromResult(served), Usage, new DailyOptions());
        _services = new ServiceCollection()
            .AddChat()
            .AddLogging()
            .AddSingleton(Privacy)
            .AddSingleton(Usage)
            .AddSingleton(posts)
            .AddSingleton(new Random(1))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IClock>(Clock)
            .AddSingleton<IUsageStore>(Store)
            .AddSingleton<IServerSettingsStore>(Store)
            .AddSingleton<IDailyStore>(daily)
            .AddSingleton<IDailyChannels>(daily)
            .AddSingleton<IQuoteCards, PlainCards>()
            .AddSingleton<IArticleCatalog>(new TwoArticles(served, Answered))
            .BuildServiceProvider();
    }

    public MemoryStore Store { get; } = new();

    public StillClock Clock { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public PrivacyOptions Privacy { get; }

    public UsageTracker Usage { get; }

    public ServerSettingsCache Cache => _services.GetRequiredService<ServerSettingsCache>();

    public CommandDispatcher Bot => _services.GetRequiredService<CommandDispatcher>();

    /// <summary>What every question gets.</summary>
    public Answer Answer { get; set; } = Sample.Answered(Sample.When);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A command of a manager.</summary>
    public ValueTask<Reply> ManageAsync(string command, params (string Name, string Value)[] options) => CallAsync(Manager, command, options);

    /// <summary>A command.</summary>
    public ValueTask<Reply> CallAsync(Caller? caller, string command, params (string Name, string Value)[] options) =>
        Bot.DispatchAsync(CommandRequest.Create(command, PlaceOf(caller), options) with { Caller = caller }, Cancelled);

    /// <summary>A question.</summary>
    public ValueTask<Reply> AskAsync(string question, Caller? caller = null) => CallAsync(caller ?? Member, "ask", ("question", question));

    /// <summary>Picks what is called so.</summary>
    public ValueTask<Reply> PickAsync(Reply reply, string label, Caller? caller = null)
    {
        var request = reply.Choices.Concat(reply.Actions).Single(c => c.Label == label).Request;
        return Bot.DispatchAsync(request with { Caller = caller ?? Manager, ConversationId = PlaceOf(caller ?? Manager), IsFromComponent = true }, Cancelled);
    }

    /// <summary>What an option could be.</summary>
    public async Task<IReadOnlyList<string>> SuggestAsync(string command, string option, string typed, Caller? caller = null, int max = 25) =>
        [.. (await Bot.AutocompleteAsync(option, CommandRequest.Create(command, Sample.Place, (option, typed)) with { Caller = caller ?? Manager }, max, Cancelled)).Select(s => s.Label)];

    /// <summary>What is counted, all written down.</summary>
    public async Task<IEnumerable<string>> CountedAsync()
    {
        await Usage.FlushAsync(Cancelled);
        return Store.Counted;
    }

    /// <summary>What is kept, all written down.</summary>
    public async Task<IEnumerable<string>> KeptAsync()
    {
        await Usage.FlushAsync(Cancelled);
        return Store.Kept;
    }

    public void Dispose()
    {
        _services.Dispose();
        Usage.Dispose();
    }

    // As on Discord, of each person another.
    private static string PlaceOf(Caller? caller) => $"{Sample.Place} of {caller?.User}";

    private ValueTask<Answer> Answered(string question, CancellationToken cancellationToken) => ValueTask.FromResult(Answer with { Question = question });
}
