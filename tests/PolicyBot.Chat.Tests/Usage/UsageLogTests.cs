using NodaTime;
using PolicyBot.Chat.Privacy;
using PolicyBot.Chat.Storing;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Usage;

public sealed class UsageLogTests : IDisposable
{
    private const string Community = "server 1";
    private const string Article = "harbour";

    private readonly MemoryStore store = new();
    private readonly StillClock clock = new();
    private readonly PrivacyOptions privacy = new();
    private readonly UsageLog log;
    private int pending;

    public UsageLogTests()
    {
        log = new UsageLog(store, clock, privacy);
        log.Pending += () => pending++;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task WriteAsync_SeveralServers_WritesEachOfThemOnceAndTogether()
    {
        Count("when", UsageKind.Answered);
        Count("when", UsageKind.Answered);
        log.Count("server 2", Article, "when", UsageKind.Answered);
        log.Keep(Community, Article, "what does it cost?", UsageKind.NotInArticle);
        log.Keep(Community, Article, "what does it cost?", UsageKind.NotUnderstood);
        await log.WriteAsync(Cancelled);
        await log.WriteAsync(Cancelled);

        Assert.Equal(["server 1 harbour when Answered 2", "server 2 harbour when Answered 1"], store.Counted);
        Assert.Equal(["harbour: what does it cost? (NotUnderstood, 2)"], store.Kept);
        Assert.Equal(1, store.Writes);
    }

    [Fact]
    public async Task WriteAsync_StoreThatFails_TellsTheFaultAndLosesNothing()
    {
        Count("when", UsageKind.Answered);
        log.Keep(Community, Article, "cost?", UsageKind.NotUnderstood);
        store.Fault = "The disk is full.";
        var thrown = await Assert.ThrowsAsync<StoreUnavailableException>(() => log.WriteAsync(Cancelled));
        Count("when", UsageKind.Answered);
        Count("who", UsageKind.Answered);
        log.Keep(Community, Article, "cost?", UsageKind.NotInArticle);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => log.WriteAsync(Cancelled));
        store.Fault = null;
        await log.WriteAsync(Cancelled);

        Assert.Equal("The disk is full.", thrown.Message);
        Assert.Equal(["server 1 harbour when Answered 2", "server 1 harbour who Answered 1"], store.Counted);
        Assert.Equal(["harbour: cost? (NotInArticle, 2)"], store.Kept);
    }

    [Fact]
    public async Task WriteAsync_WhatHappensWhileItFails_IsWrittenDownOnTop()
    {
        Count("when", UsageKind.Answered);
        store.OnAdding = () =>
        {
            Count("when", UsageKind.Answered);
            throw new TimeoutException("The program is wrong.");
        };
        await Assert.ThrowsAsync<TimeoutException>(() => log.WriteAsync(Cancelled));
        store.OnAdding = null;
        await log.WriteAsync(Cancelled);

        Assert.Equal(["server 1 harbour when Answered 2"], store.Counted);
    }

    [Fact]
    public async Task WriteAsync_GivenUp_LosesNothing()
    {
        using var source = new CancellationTokenSource();
        Count("when", UsageKind.Answered);
        store.OnAdding = () => source.CancelAsync().ContinueWith(_ => source.Token.ThrowIfCancellationRequested(), TaskScheduler.Default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => log.WriteAsync(source.Token));
        store.OnAdding = null;
        await log.WriteAsync(Cancelled);

        Assert.Equal(["server 1 harbour when Answered 1"], store.Counted);
    }

    [Fact]
    public async Task WriteAsync_TwoAtOnce_WriteOneAfterTheOther()
    {
        var gate = new TaskCompletionSource();
        Count("when", UsageKind.Answered);
        store.OnAdding = () => gate.Task;
        var first = log.WriteAsync(Cancelled);
        Count("when", UsageKind.Answered);
        var second = log.WriteAsync(Cancelled);
        var writesBefore = store.Writes;
        gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(0, writesBefore);
        Assert.Equal(["server 1 harbour when Answered 2"], store.Counted);
    }

    [Fact]
    public async Task Count_TakenBackBeforeItIsWritten_IsNoCount()
    {
        Count("when", UsageKind.Helpful);
        Count("when", UsageKind.Helpful, -1);
        Count("when", UsageKind.NotHelpful);
        await log.WriteAsync(Cancelled);

        Assert.Equal(["server 1 harbour when NotHelpful 1"], store.Counted);
    }

    [Fact]
    public async Task Count_TakenBackAfterItIsWritten_IsTakenFromTheSum()
    {
        Count("when", UsageKind.Helpful, 2);
        await log.WriteAsync(Cancelled);
        Count("when", UsageKind.Helpful, -1);

        Assert.Equal([new UsageCount(Article, "when", UsageKind.Helpful, 1)], await log.ReadAsync(Community, Instant.MinValue, clock.Now, Cancelled));
    }

    [Fact]
    public async Task Count_MoreThanThereIsRoomFor_CountsOnWhatIsThere()
    {
        for (var number = 0; number <= 100_000; number++) Count($"entry {number}", UsageKind.Answered);
        Count("entry 0", UsageKind.Answered);
        await log.WriteAsync(Cancelled);
        var counts = await log.ReadAsync(Community, Instant.MinValue, clock.Now, Cancelled);

        Assert.Equal(100_000, counts.Count);
        Assert.Contains(new UsageCount(Article, "entry 0", UsageKind.Answered, 2), counts);
    }

    [Fact]
    public async Task ReadAsync_SpansThatMeet_CountEachThingOnceThoughTheClockStandsStill()
    {
        var sums = new List<int>();
        var (start, now) = (clock.Now - Duration.FromHours(1), clock.Now);
        Count("when", UsageKind.Answered);
        sums.Add(await SumAsync(start, now));
        Count("when", UsageKind.Answered, 10);
        sums.Add(await SumAsync(start, now));
        await log.WriteAsync(Cancelled);
        Count("when", UsageKind.Answered, 100);
        clock.Now += Duration.FromMinutes(1);
        sums.Add(await SumAsync(now, clock.Now));
        sums.Add(await SumAsync(start, clock.Now));

        Assert.Equal([1, 1, 110, 111], sums);
    }

    [Fact]
    public async Task ReadAsync_ClockThatGoesOnMeanwhile_CountsWhatWasNotWrittenDown()
    {
        clock.Step = Duration.FromSeconds(1);
        var start = clock.GetCurrentInstant();
        Count("when", UsageKind.Answered);
        var middle = clock.GetCurrentInstant();
        var first = await SumAsync(start, middle);
        Count("when", UsageKind.Answered, 10);
        var end = clock.GetCurrentInstant();

        Assert.Equal(1, first);
        Assert.Equal(10, await SumAsync(middle, end));
        Assert.Equal(11, await SumAsync(start, end));
    }

    [Fact]
    public async Task ReadAsync_ClockThatWasSetBack_CountsEachThingOnce()
    {
        var (start, now) = (clock.Now - Duration.FromHours(1), clock.Now);
        Count("when", UsageKind.Answered);
        var first = await SumAsync(start, now);
        clock.Now -= Duration.FromMinutes(10);
        Count("when", UsageKind.Answered, 10);
        await log.WriteAsync(Cancelled);
        clock.Now += Duration.FromMinutes(20);

        Assert.Equal(1, first);
        Assert.Equal(10, await SumAsync(now, clock.Now));
    }

    [Fact]
    public async Task ReadAsync_StoreOutOfReach_SaysSoAndLosesNothing()
    {
        Count("when", UsageKind.Answered);
        store.Fault = "Gone.";
        await Assert.ThrowsAsync<StoreUnavailableException>(() => log.ReadAsync(Community, Instant.MinValue, clock.Now, Cancelled));
        store.Fault = null;

        Assert.Equal(1, await SumAsync(Instant.MinValue, clock.Now));
    }

    [Fact]
    public async Task EraseAsync_SomethingWaits_ForgetsThatOfTheServerAlone()
    {
        Count("when", UsageKind.Answered);
        log.Keep(Community, Article, "cost?", UsageKind.NotInArticle);
        log.Count("server 2", Article, "when", UsageKind.Answered);
        log.Keep("server 2", Article, "why?", UsageKind.NotInArticle);
        await log.EraseAsync(Community, () => store.EraseAsync(Community, Cancelled), Cancelled);
        await log.WriteAsync(Cancelled);

        Assert.Equal(["server 2 harbour when Answered 1"], store.Counted);
        Assert.Equal(["harbour: why? (NotInArticle, 1)"], store.Kept);
    }

    [Fact]
    public async Task EraseAsync_SomethingIsBeingWrittenDown_WaitsForItAndErasesIt()
    {
        var gate = new TaskCompletionSource();
        Count("when", UsageKind.Answered);
        store.OnAdding = () => gate.Task;
        var writing = log.WriteAsync(Cancelled);
        var erasing = log.EraseAsync(Community, () => store.EraseAsync(Community, Cancelled), Cancelled);
        gate.SetResult();
        await Task.WhenAll(writing, erasing);

        Assert.Equal(1, store.Writes);
        Assert.Empty(store.Counted);
    }

    [Fact]
    public async Task EraseAsync_StoreOutOfReach_LosesNothing()
    {
        Count("when", UsageKind.Answered);
        store.Fault = "Gone.";
        await Assert.ThrowsAsync<StoreUnavailableException>(() => log.EraseAsync(Community, () => store.EraseAsync(Community, Cancelled), Cancelled));
        store.Fault = null;
        await log.WriteAsync(Cancelled);

        Assert.Equal(["server 1 harbour when Answered 1"], store.Counted);
    }

    [Fact]
    public void Pending_WhateverIsToBeWrittenDown_IsRaised()
    {
        Count("when", UsageKind.Answered);
        log.Keep(Community, Article, "cost?", UsageKind.NotInArticle);

        Assert.Equal(2, pending);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, " \0\n")]
    [InlineData(false, "what does it cost?")]
    public async Task Keep_NothingThatMayBeKept_KeepsNone(bool keepsQuestions, string question)
    {
        privacy.KeepQuestions = keepsQuestions;
        log.Keep(Community, Article, question, UsageKind.NotInArticle);
        await log.WriteAsync(Cancelled);

        Assert.Equal((0, 0), (pending, store.Writes));
        Assert.Empty(store.Kept);
    }

    [Fact]
    public async Task Keep_Question_KeepsItWithoutNames()
    {
        log.Keep(Community, Article, "does <@123456789012345678>\nknow?", UsageKind.NotInArticle);
        await log.WriteAsync(Cancelled);

        Assert.Equal(["harbour: does @somebody know? (NotInArticle, 1)"], store.Kept);
    }

    private void Count(string entry, UsageKind kind, int count = 1) => log.Count(Community, Article, entry, kind, count);

    private async Task<int> SumAsync(Instant after, Instant until) => (await log.ReadAsync(Community, after, until, Cancelled)).Sum(c => c.Count);
}
