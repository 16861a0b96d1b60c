using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Quotes;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A bot in a server, with a store in memory and answers that the test chooses.</summary>
internal sealed class TestServer : IDisposable
{
    public const string ServerId = "server 1";

    public static readonly Caller Moderator = new("ann", ServerId, CanManageServer: true);
    public static readonly Caller Member = new("tom", ServerId, CanManageServer: false);
    public static readonly Caller InDirectMessages = new("ann", null, CanManageServer: false);

    /// <summary>What a member reads who may not use a command.</summary>
    public static string Refusal(string command) =>
        $"You aren't allowed to use /{command} here. An admin can allow it in Server Settings → Integrations, under my "
            + "name.";

    private readonly ServiceProvider _services;

    public TestServer(PrivacyOptions? privacy = null)
    {
        Privacy = privacy ?? new PrivacyOptions();
        Usage = new UsageTracker(Store, Clock, Privacy);
        var served = new ServedArticle(Sample.Set, Answered);
        var daily = new UnusedDailyStores();
        _services = new ServiceCollection()
            .AddChat()
            .AddLogging()
            .AddSingleton(Privacy)
            .AddSingleton(Usage)
            .AddSingleton(new DailyOptions())
            .AddSingleton(new AnswerQueue(Time))
            .AddSingleton(new Random(1))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IClock>(Clock)
            .AddSingleton<IUsageStore>(Store)
            .AddSingleton<IServerSettingsStore>(Store)
            .AddSingleton<IVoteStore>(Store)
            .AddSingleton<ICurationStore, NoCuration>()
            .AddSingleton(new ArticlesFolder("articles", Path.GetTempPath()))
            .AddSingleton<ISubscriptionStore>(daily)
            .AddSingleton<IDeliveryLedger>(daily)
            .AddSingleton<IDailyChannels>(daily)
            .AddSingleton<IQuoteCards, PlainCards>()
            .AddSingleton<IArticleCatalog>(new TwoArticles(served, Answered))
            .BuildServiceProvider();
    }

    public MemoryStore Store { get; } = new();

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 10, 12, 0));

    public FakeTimeProvider Time { get; } = new();

    public PrivacyOptions Privacy { get; }

    public UsageTracker Usage { get; }

    public ServerSettingsCache Cache => _services.GetRequiredService<ServerSettingsCache>();

    public CommandDispatcher Bot => _services.GetRequiredService<CommandDispatcher>();

    /// <summary>The answer to every question.</summary>
    public Answer Answer { get; set; } = Sample.Answered(Sample.When);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs a command as a moderator.</summary>
    public ValueTask<Reply> RunAsModeratorAsync(string command, params (string Name, string Value)[] options) =>
        RunAsync(Moderator, command, options);

    /// <summary>Runs a command.</summary>
    public ValueTask<Reply> RunAsync(Caller? caller, string command, params (string Name, string Value)[] options) =>
        Bot.DispatchAsync(
            CommandRequest.Create(command, GetConversation(caller), options) with { Caller = caller },
            Cancellation);

    /// <summary>Asks a question, as a member unless a caller is given.</summary>
    public ValueTask<Reply> AskAsync(string question, Caller? caller = null) =>
        RunAsync(caller ?? Member, "ask", ("question", question));

    /// <summary>
    /// Presses the button with a label, as a moderator unless a caller is given, under a public reply to them unless
    /// told otherwise.
    /// </summary>
    public ValueTask<Reply> ChooseAsync(Reply reply, string label, Caller? caller = null, bool isOwnReply = true)
    {
        var request = reply.Choices.Concat(reply.Actions).Single(c => c.Label == label).Request;
        caller ??= Moderator;
        var pressed = request with
        {
            Caller = caller,
            ConversationId = GetConversation(caller),
            IsFromComponent = true,
            IsFromOwnReply = isOwnReply,
        };
        return Bot.DispatchAsync(pressed, Cancellation);
    }

    /// <summary>Lists what autocomplete offers for an option.</summary>
    public async Task<IReadOnlyList<string>> AutocompleteAsync(
        string command, string option, string typed, Caller? caller = null, int max = 25)
    {
        caller ??= Moderator;
        var request = CommandRequest.Create(command, Sample.Place, (option, typed)) with { Caller = caller };
        return [.. (await Bot.AutocompleteAsync(option, request, max, Cancellation)).Select(c => c.Label)];
    }

    /// <summary>Flushes, and lists all counts.</summary>
    public async Task<IEnumerable<string>> CountedAsync()
    {
        await Usage.FlushAsync(Cancellation);
        return Store.Counted;
    }

    /// <summary>Flushes, and lists the texts of all stored questions.</summary>
    public async Task<IEnumerable<string>> KeptAsync()
    {
        await Usage.FlushAsync(Cancellation);
        return Store.Kept;
    }

    public void Dispose()
    {
        _services.Dispose();
        Usage.Dispose();
    }

    // As on Discord, every user has a conversation in a channel.
    private static string GetConversation(Caller? caller) => $"{Sample.Place} of {caller?.User}";

    private ValueTask<Answer> Answered(string question, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Answer with { Question = question });
}
