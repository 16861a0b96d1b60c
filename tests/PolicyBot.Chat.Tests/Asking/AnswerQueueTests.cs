using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Tests.Asking;

public sealed class AnswerQueueTests : IDisposable
{
    private const int Slots = 2;
    private const string Lexical = "lexical";

    private readonly Answerer _answerer = new(Sample.Set);
    private readonly ManualResetEventSlim _gate = new(initialState: true);
    private readonly SemaphoreSlim _begun = new(0);
    private readonly AnswerQueue _queue;
    private int _computed;
    private int _atOnce;
    private int _mostAtOnce;

    public AnswerQueueTests() => _queue = new AnswerQueue((_, question) => question == Lexical ? Answer(question) : null, Compute, Slots);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AskAsync_LexicalQuestion_IsAnsweredAtOnceWhileAllSlotsAreTaken()
    {
        _gate.Reset();
        var waiting = Ask("a", "b", "c");

        var asked = _queue.AskAsync(_answerer, Lexical, Cancelled);

        Assert.True(asked.IsCompletedSuccessfully);
        _gate.Set();
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task AskAsync_TwoHundredAtOnce_AreAnsweredAsOneByOneAndNeverMoreThanTheSlotsAtOnce()
    {
        var questions = Enumerable.Range(0, 200).Select(n => $"question {n}").ToArray();
        var oneByOne = questions.Select(Answer).ToList();

        var answers = await Task.WhenAll(Ask(questions));

        Assert.Equal(oneByOne, answers);
        Assert.InRange(_mostAtOnce, 1, Slots);
        Assert.Equal(200, _computed);
        Assert.Equal(Slots, _queue.FreeSlots);
    }

    [Fact]
    public async Task AskAsync_Again_IsNotComputedAgain()
    {
        var first = await _queue.AskAsync(_answerer, "a", Cancelled);
        var second = _queue.AskAsync(_answerer, "a", Cancelled);

        Assert.True(second.IsCompletedSuccessfully);
        Assert.Same(first, await second);
        Assert.Equal(1, _computed);
    }

    [Fact]
    public async Task AskAsync_SameQuestionOfAnotherAnswerer_IsComputedByItself()
    {
        await _queue.AskAsync(_answerer, "a", Cancelled);
        await _queue.AskAsync(new Answerer(Sample.Set), "a", Cancelled);

        Assert.Equal(2, _computed);
    }

    [Fact]
    public async Task AskAsync_SameQuestionAtOnce_IsComputedOnce()
    {
        _gate.Reset();
        var asked = Ask("a", "a", "a");
        await _begun.WaitAsync(Cancelled);
        _gate.Set();
        var answers = await Task.WhenAll(asked);

        Assert.All(answers, a => Assert.Same(answers[0], a));
        Assert.Equal(1, _computed);
    }

    [Fact]
    public async Task AskAsync_WaitThatIsCancelled_LeavesNoSlotTakenAndBeginsNothing()
    {
        _gate.Reset();
        var busy = Ask("a", "b");
        await _begun.WaitAsync(Cancelled);
        await _begun.WaitAsync(Cancelled);
        using var stopping = new CancellationTokenSource();
        var abandoned = _queue.AskAsync(_answerer, "c", stopping.Token).AsTask();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        _gate.Set();
        await Task.WhenAll(busy);
        await _queue.AskAsync(_answerer, "d", Cancelled);

        Assert.Equal(3, _computed);
        await AllSlotsAreFreeAsync();
    }

    [Fact]
    public async Task AskAsync_OneOfTwoWaitsCancelled_AnswersTheOther()
    {
        _gate.Reset();
        using var stopping = new CancellationTokenSource();
        var abandoned = _queue.AskAsync(_answerer, "a", stopping.Token).AsTask();
        var kept = _queue.AskAsync(_answerer, "a", Cancelled).AsTask();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        _gate.Set();

        Assert.Equal(Answer("a"), await kept);
    }

    [Fact]
    public async Task AskAsync_ComputationThatFails_IsTriedAgainByTheNextQuestion()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _queue.AskAsync(_answerer, "fails", Cancelled).AsTask());
        await Assert.ThrowsAsync<InvalidOperationException>(() => _queue.AskAsync(_answerer, "fails", Cancelled).AsTask());

        Assert.Equal(2, _computed);
        Assert.Equal(Slots, _queue.FreeSlots);
    }

    public void Dispose()
    {
        _gate.Set();
        _queue.Dispose();
        _gate.Dispose();
        _begun.Dispose();
    }

    private static Answer Answer(string question) => new Answer.NoPreparedAnswer(null) { Question = question, Confidence = 1 };

    private Task<Answer>[] Ask(params string[] questions) => [.. questions.Select(q => _queue.AskAsync(_answerer, q, Cancelled).AsTask())];

    // An abandoned computation takes its turn and gives it up at once.
    private async Task AllSlotsAreFreeAsync()
    {
        while (_queue.FreeSlots < Slots)
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Answer Compute(Answerer answerer, string question)
    {
        Interlocked.Increment(ref _computed);
        var atOnce = Interlocked.Increment(ref _atOnce);
        int most;
        while ((most = Volatile.Read(ref _mostAtOnce)) < atOnce) Interlocked.CompareExchange(ref _mostAtOnce, atOnce, most);
        _begun.Release();
        _gate.Wait(Cancelled);
        Interlocked.Decrement(ref _atOnce);
        return question == "fails" ? throw new InvalidOperationException("It failed.") : Answer(question);
    }
}
