using NodaTime;
using NodaTime.Testing;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Usage;

public sealed class UsageTrackerTests : IDisposable
{
    private const string Community = "server 1";
    private const string Article = "harbour";
    private const string Member = "tom";

    private readonly MemoryStore _store = new();
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 3, 10, 12, 0));
    private readonly PrivacyOptions _privacy = new();
    private readonly UsageTracker _tracker;
    private int _pending;

    public UsageTrackerTests()
    {
        _tracker = new UsageTracker(_store, _clock, _privacy);
        _tracker.Pending += () => _pending++;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _tracker.Dispose();

    [Fact]
    public async Task FlushAsync_SeveralServers_SavesEachOnceAndTogether()
    {
        Count("when", UsageKind.Answered);
        Count("when", UsageKind.Answered);
        _tracker.Count("server 2", Article, "when", UsageKind.Answered);
        _tracker.RecordQuestion(Community, Member, Article, "what does it cost?", UsageKind.NotInArticle);
        _tracker.RecordQuestion(Community, Member, Article, "what does it cost?", UsageKind.NotUnderstood);
        await _tracker.FlushAsync(Cancelled);
        await _tracker.FlushAsync(Cancelled);

        Assert.Equal(["server 1 harbour when Answered 2", "server 2 harbour when Answered 1"], _store.Counted);
        Assert.Equal(["harbour: what does it cost? (NotUnderstood, 2)"], _store.Kept);
        Assert.Equal(1, _store.Writes);
    }

    [Fact]
    public async Task RecordQuestion_MoreThanThirtyAnHour_StoresOthersOfThatMemberLater()
    {
        for (var number = 0; number < 31; number++)
            _tracker.RecordQuestion(Community, Member, Article, $"what of {number}?", UsageKind.NotInArticle);
        _tracker.RecordQuestion(Community, "another", Article, "other member?", UsageKind.NotInArticle);
        _tracker.RecordQuestion("server 2", Member, Article, "other server?", UsageKind.NotInArticle);
        await _tracker.FlushAsync(Cancelled);
        Assert.Equal(32, _store.Kept.Count());
        Assert.DoesNotContain(_store.Kept, k => k.Contains("what of 30?", StringComparison.Ordinal));

        _clock.AdvanceMinutes(59);
        _tracker.RecordQuestion(Community, Member, Article, "too early?", UsageKind.NotInArticle);
        _clock.AdvanceMinutes(1);
        _tracker.RecordQuestion(Community, Member, Article, "an hour later?", UsageKind.NotInArticle);
        await _tracker.FlushAsync(Cancelled);

        Assert.Contains("harbour: an hour later? (NotInArticle, 1)", _store.Kept);
        Assert.DoesNotContain(_store.Kept, k => k.Contains("too early?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FlushAsync_MoreQuestionsThanAServerMayHave_KeepsTheOnesAskedOften()
    {
        _privacy.MaxQuestions = 2;
        foreach (var question in new[] { "often?", "once?", "often?", "later?" })
        {
            _tracker.RecordQuestion(Community, Member, Article, question, UsageKind.NotInArticle);
            await _tracker.FlushAsync(Cancelled);
            _clock.AdvanceMinutes(1);
        }

        Assert.Equal(["harbour: later? (NotInArticle, 1)", "harbour: often? (NotInArticle, 2)"], _store.Kept);
    }

    [Fact]
    public async Task FlushAsync_StoreFails_ThrowsAndLosesNothing()
    {
        Count("when", UsageKind.Answered);
        _tracker.RecordQuestion(Community, Member, Article, "cost?", UsageKind.NotUnderstood);
        _store.Fault = "The disk is full.";
        var thrown = await Assert.ThrowsAsync<StoreUnavailableException>(() => _tracker.FlushAsync(Cancelled));
        Count("when", UsageKind.Answered);
        Count("who", UsageKind.Answered);
        _tracker.RecordQuestion(Community, Member, Article, "cost?", UsageKind.NotInArticle);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _tracker.FlushAsync(Cancelled));
        _store.Fault = null;
        await _tracker.FlushAsync(Cancelled);

        Assert.Equal("The disk is full.", thrown.Message);
        Assert.Equal(["server 1 harbour when Answered 2", "server 1 harbour who Answered 1"], _store.Counted);
        Assert.Equal(["harbour: cost? (NotInArticle, 2)"], _store.Kept);
    }

    [Fact]
    public async Task FlushAsync_CountedDuringFailure_IsSavedToo()
    {
        Count("when", UsageKind.Answered);
        _store.OnAdding = () =>
        {
            Count("when", UsageKind.Answered);
            throw new TimeoutException("The program is wrong.");
        };
        await Assert.ThrowsAsync<TimeoutException>(() => _tracker.FlushAsync(Cancelled));
        _store.OnAdding = null;
        await _tracker.FlushAsync(Cancelled);

        Assert.Equal(["server 1 harbour when Answered 2"], _store.Counted);
    }

    [Fact]
    public async Task FlushAsync_Canceled_LosesNothing()
    {
        using var source = new CancellationTokenSource();
        Count("when", UsageKind.Answered);
        _store.OnAdding = () =>
            source.CancelAsync().ContinueWith(_ => source.Token.ThrowIfCancellationRequested(), TaskScheduler.Default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _tracker.FlushAsync(source.Token));
        _store.OnAdding = null;
        await _tracker.FlushAsync(Cancelled);

        Assert.Equal(["server 1 harbour when Answered 1"], _store.Counted);
    }

    [Fact]
    public async Task FlushAsync_TwoAtOnce_SaveOneAfterTheOther()
    {
        var gate = new TaskCompletionSource();
        Count("when", UsageKind.Answered);
        _store.OnAdding = () => gate.Task;
        var first = _tracker.FlushAsync(Cancelled);
        Count("when", UsageKind.Answered);
        var second = _tracker.FlushAsync(Cancelled);
        var writesBefore = _store.Writes;
        gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(0, writesBefore);
        Assert.Equal(["server 1 harbour when Answered 2"], _store.Counted);
    }

    [Fact]
    public async Task Count_TakenBackBeforeFlush_IsNotSaved()
    {
        Count("when", UsageKind.Helpful);
        Count("when", UsageKind.Helpful, -1);
        Count("when", UsageKind.NotHelpful);
        await _tracker.FlushAsync(Cancelled);

        Assert.Equal(["server 1 harbour when NotHelpful 1"], _store.Counted);
    }

    [Fact]
    public async Task Count_TakenBackAfterFlush_IsSubtracted()
    {
        Count("when", UsageKind.Helpful, 2);
        await _tracker.FlushAsync(Cancelled);
        Count("when", UsageKind.Helpful, -1);

        Assert.Equal([
            new UsageCount(Article, "when", UsageKind.Helpful, 1)
        ], await _tracker.GetTotalsAsync(Community, Instant.MinValue, _clock.GetCurrentInstant(), Cancelled));
    }

    [Fact]
    public async Task Count_BufferFull_OnlyKnownKeysAreCounted()
    {
        for (var number = 0; number <= 100_000; number++) Count($"entry {number}", UsageKind.Answered);
        Count("entry 0", UsageKind.Answered);
        await _tracker.FlushAsync(Cancelled);
        var counts = await _tracker.GetTotalsAsync(Community, Instant.MinValue, _clock.GetCurrentInstant(), Cancelled);

        Assert.Equal(100_000, counts.Count);
        Assert.Contains(new UsageCount(Article, "entry 0", UsageKind.Answered, 2), counts);
    }

    [Fact]
    public async Task GetTotalsAsync_AdjacentRangesAndStoppedClock_CountEachOnce()
    {
        var sums = new List<int>();
        var (start, now) = (_clock.GetCurrentInstant() - Duration.FromHours(1), _clock.GetCurrentInstant());
        Count("when", UsageKind.Answered);
        sums.Add(await SumAsync(start, now));
        Count("when", UsageKind.Answered, 10);
        sums.Add(await SumAsync(start, now));
        await _tracker.FlushAsync(Cancelled);
        Count("when", UsageKind.Answered, 100);
        _clock.AdvanceMinutes(1);
        sums.Add(await SumAsync(now, _clock.GetCurrentInstant()));
        sums.Add(await SumAsync(start, _clock.GetCurrentInstant()));

        Assert.Equal([1, 1, 110, 111], sums);
    }

    [Fact]
    public async Task GetTotalsAsync_ClockAdvancesMeanwhile_IncludesUnsavedData()
    {
        _clock.AutoAdvance = Duration.FromSeconds(1);
        var start = _clock.GetCurrentInstant();
        Count("when", UsageKind.Answered);
        var middle = _clock.GetCurrentInstant();
        var first = await SumAsync(start, middle);
        Count("when", UsageKind.Answered, 10);
        var end = _clock.GetCurrentInstant();

        Assert.Equal(1, first);
        Assert.Equal(10, await SumAsync(middle, end));
        Assert.Equal(11, await SumAsync(start, end));
    }

    [Fact]
    public async Task GetTotalsAsync_ClockSetBack_CountsEachOnce()
    {
        var (start, now) = (_clock.GetCurrentInstant() - Duration.FromHours(1), _clock.GetCurrentInstant());
        Count("when", UsageKind.Answered);
        var first = await SumAsync(start, now);
        _clock.AdvanceMinutes(-10);
        Count("when", UsageKind.Answered, 10);
        await _tracker.FlushAsync(Cancelled);
        _clock.AdvanceMinutes(20);

        Assert.Equal(1, first);
        Assert.Equal(10, await SumAsync(now, _clock.GetCurrentInstant()));
    }

    [Fact]
    public async Task GetTotalsAsync_StoreUnavailable_ThrowsAndLosesNothing()
    {
        Count("when", UsageKind.Answered);
        _store.Fault = "Gone.";
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => _tracker.GetTotalsAsync(Community, Instant.MinValue, _clock.GetCurrentInstant(), Cancelled));
        _store.Fault = null;

        Assert.Equal(1, await SumAsync(Instant.MinValue, _clock.GetCurrentInstant()));
    }

    [Fact]
    public async Task EraseAsync_UnsavedData_DropsOnlyThatServersData()
    {
        Count("when", UsageKind.Answered);
        _tracker.RecordQuestion(Community, Member, Article, "cost?", UsageKind.NotInArticle);
        _tracker.Count("server 2", Article, "when", UsageKind.Answered);
        _tracker.RecordQuestion("server 2", Member, Article, "why?", UsageKind.NotInArticle);
        await _tracker.EraseAsync(Community, () => _store.DeleteAsync(Community, false, Cancelled), Cancelled);
        await _tracker.FlushAsync(Cancelled);

        Assert.Equal(["server 2 harbour when Answered 1"], _store.Counted);
        Assert.Equal(["harbour: why? (NotInArticle, 1)"], _store.Kept);
    }

    [Fact]
    public async Task EraseAsync_DuringFlush_WaitsAndErases()
    {
        var gate = new TaskCompletionSource();
        Count("when", UsageKind.Answered);
        _store.OnAdding = () => gate.Task;
        var writing = _tracker.FlushAsync(Cancelled);
        var erasing = _tracker.EraseAsync(Community, () => _store.DeleteAsync(Community, false, Cancelled), Cancelled);
        gate.SetResult();
        await Task.WhenAll(writing, erasing);

        Assert.Equal(1, _store.Writes);
        Assert.Empty(_store.Counted);
    }

    [Fact]
    public async Task EraseAsync_StoreUnavailable_LosesNothing()
    {
        Count("when", UsageKind.Answered);
        _store.Fault = "Gone.";
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => _tracker.EraseAsync(Community, () => _store.DeleteAsync(Community, false, Cancelled), Cancelled));
        _store.Fault = null;
        await _tracker.FlushAsync(Cancelled);

        Assert.Equal(["server 1 harbour when Answered 1"], _store.Counted);
    }

    [Fact]
    public void Pending_AnyUnsavedData_IsRaised()
    {
        Count("when", UsageKind.Answered);
        _tracker.RecordQuestion(Community, Member, Article, "cost?", UsageKind.NotInArticle);

        Assert.Equal(2, _pending);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, " \0\n")]
    [InlineData(false, "what does it cost?")]
    public async Task RecordQuestion_NotAllowedOrEmpty_RecordsNothing(bool keepsQuestions, string question)
    {
        _privacy.KeepQuestions = keepsQuestions;
        _tracker.RecordQuestion(Community, Member, Article, question, UsageKind.NotInArticle);
        await _tracker.FlushAsync(Cancelled);

        Assert.Equal((0, 0), (_pending, _store.Writes));
        Assert.Empty(_store.Kept);
    }

    [Fact]
    public async Task RecordQuestion_Question_IsRedacted()
    {
        const string Question = "does <@123456789012345678>\nknow?";
        _tracker.RecordQuestion(Community, Member, Article, Question, UsageKind.NotInArticle);
        await _tracker.FlushAsync(Cancelled);

        Assert.Equal(["harbour: does @somebody know? (NotInArticle, 1)"], _store.Kept);
    }

    private void Count(string entry, UsageKind kind, int count = 1) =>
        _tracker.Count(Community, Article, entry, kind, count);

    private async Task<int> SumAsync(Instant after, Instant until) =>
        (await _tracker.GetTotalsAsync(Community, after, until, Cancelled)).Sum(c => c.Count);
}
