using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Answering;
using PolicyBot.TestUtilities;

namespace PolicyBot.Chat.Tests.Articles;

public sealed class AnswerQueueTests : IDisposable
{
    private const int Slots = 2;
    private const string Lexical = "lexical";

    private readonly Answerer _answerer = new(Sample.Set);
    private readonly ManualResetEventSlim _gate = new(initialState: true);
    private readonly SemaphoreSlim _started = new(0);
    private readonly AnswerQueue _queue;
    private int _computed;
    private int _running;
    private int _mostRunning;

    public AnswerQueueTests() =>
        _queue = new AnswerQueue(
            (_, question) => question == Lexical ? Answer(question) : null, Compute, Slots, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AskAsync_LexicalQuestionWhileAllSlotsAreTaken_IsAnsweredAtOnce()
    {
        _gate.Reset();
        var waiting = Ask("a", "b", "c");

        var asked = _queue.AskAsync(_answerer, Lexical, Cancellation);

        Assert.True(asked.IsCompletedSuccessfully);
        _gate.Set();
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task AskAsync_TwoHundredAtOnce_AreAnsweredCorrectlyWithinTheSlots()
    {
        var questions = Enumerable.Range(0, 200).Select(n => $"question {n}").ToArray();
        var expected = questions.Select(Answer).ToList();

        var answers = await Task.WhenAll(Ask(questions));

        Assert.Equal(expected, answers);
        Assert.InRange(_mostRunning, 1, Slots);
        Assert.Equal(200, _computed);
        Assert.Equal(Slots, _queue.FreeSlots);
    }

    [Fact]
    public async Task AskAsync_SameQuestionAgain_IsNotComputedAgain()
    {
        var first = await _queue.AskAsync(_answerer, "a", Cancellation);
        var second = _queue.AskAsync(_answerer, "a", Cancellation);

        Assert.True(second.IsCompletedSuccessfully);
        Assert.Same(first, await second);
        Assert.Equal(1, _computed);
    }

    [Fact]
    public async Task AskAsync_SameQuestionToAnotherAnswerer_IsComputedAgain()
    {
        await _queue.AskAsync(_answerer, "a", Cancellation);
        await _queue.AskAsync(new Answerer(Sample.Set), "a", Cancellation);

        Assert.Equal(2, _computed);
    }

    [Fact]
    public async Task AskAsync_SameQuestionAtOnce_IsComputedOnce()
    {
        _gate.Reset();
        var asked = Ask("a", "a", "a");
        await _started.WaitAsync(Cancellation);
        _gate.Set();
        var answers = await Task.WhenAll(asked);

        Assert.All(answers, a => Assert.Same(answers[0], a));
        Assert.Equal(1, _computed);
    }

    [Fact]
    public async Task AskAsync_CancelledWait_TakesNoSlotAndComputesNothing()
    {
        _gate.Reset();
        var busy = Ask("a", "b");
        await _started.WaitAsync(Cancellation);
        await _started.WaitAsync(Cancellation);
        using var cancellation = new CancellationTokenSource();
        var cancelled = _queue.AskAsync(_answerer, "c", cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _gate.Set();
        await Task.WhenAll(busy);
        await _queue.AskAsync(_answerer, "d", Cancellation);

        Assert.Equal(3, _computed);
        await WaitUntilAllSlotsAreFreeAsync();
    }

    [Fact]
    public async Task AskAsync_OneOfTwoWaitsCancelled_AnswersTheOther()
    {
        _gate.Reset();
        using var cancellation = new CancellationTokenSource();
        var cancelled = _queue.AskAsync(_answerer, "a", cancellation.Token).AsTask();
        var kept = _queue.AskAsync(_answerer, "a", Cancellation).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _gate.Set();

        Assert.Equal(Answer("a"), await kept);
    }

    [Fact]
    public async Task AskAsync_FailedComputation_IsRetriedByTheNextQuestion()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _queue.AskAsync(_answerer, "fails", Cancellation).AsTask());
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _queue.AskAsync(_answerer, "fails", Cancellation).AsTask());

        Assert.Equal(2, _computed);
        Assert.Equal(Slots, _queue.FreeSlots);
    }

    public void Dispose()
    {
        _gate.Set();
        _queue.Dispose();
        _gate.Dispose();
        _started.Dispose();
    }

    private static Answer Answer(string question) =>
        new Answer.NoPreparedAnswer(null) { Question = question, Confidence = 1 };

    private Task<Answer>[] Ask(params string[] questions) =>
        [.. questions.Select(q => _queue.AskAsync(_answerer, q, Cancellation).AsTask())];

    // A cancelled computation still takes a slot, and frees it at once.
    private async Task WaitUntilAllSlotsAreFreeAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TestGuard.Timeout);
        while (_queue.FreeSlots < Slots)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Answer Compute(Answerer answerer, string question)
    {
        Interlocked.Increment(ref _computed);
        var running = Interlocked.Increment(ref _running);
        int most;
        while ((most = Volatile.Read(ref _mostRunning)) < running)
            Interlocked.CompareExchange(ref _mostRunning, running, most);
        _started.Release();
        _gate.Wait(Cancellation);
        Interlocked.Decrement(ref _running);
        return question == "fails" ? throw new InvalidOperationException("It failed.") : Answer(question);
    }
}
