using System.Diagnostics.CodeAnalysis;
using PolicyBot.Chat.Caching;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Articles;

/// <summary>
/// Answers questions without holding anybody up: those that need no sentence encoder at once, the others on the thread
/// pool, as many at a time as the machine has processors. None is dropped, however many wait. Recent answers are kept,
/// and people who ask the same at the same time share one computation. Thread-safe.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, though not a collection.")]
public sealed class AnswerQueue : IDisposable
{
    // An answer holds little more than its question, which may be of several thousand characters.
    private const int MaxRecent = 1000;

    private readonly Func<Answerer, string, Answer?> _askLexically;
    private readonly Func<Answerer, string, Answer> _ask;
    private readonly SemaphoreSlim _slots;
    private readonly Lock _sync = new();
    private readonly Dictionary<(Answerer Answerer, string Question), Computation> _computations = [];
    private readonly TimeProvider _time;
    private int _waiting;
    private volatile LruCache<(Answerer Answerer, string Question), Answer> _recent = new(MaxRecent);

    /// <summary>A queue for as many computations at a time as there are processors.</summary>
    /// <param name="time">Measures the computations.</param>
    public AnswerQueue(TimeProvider time)
        : this(
            static (answerer, question) => answerer.TryAskLexically(question),
            static (answerer, question) => answerer.Ask(question), Environment.ProcessorCount, time)
    {
    }

    /// <summary>Creates a queue that answers in given ways, with a given number of computations at a time.</summary>
    internal AnswerQueue(
        Func<Answerer, string, Answer?> askLexically,
        Func<Answerer, string, Answer> ask,
        int slots,
        TimeProvider time) =>
        (_askLexically, _ask, _slots, _time) = (askLexically, ask, new SemaphoreSlim(slots), time);

    /// <summary>Raised after a computation with how long it took.</summary>
    public event Action<TimeSpan>? Computed;

    /// <summary>How many computations wait for others to end.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>How many more computations could begin at once.</summary>
    internal int FreeSlots => _slots.CurrentCount;

    /// <summary>Answers a question. The answer is the same however many ask at the same time.</summary>
    /// <param name="answerer">What answers it.</param>
    /// <param name="question">The question, whatever its text.</param>
    /// <param name="cancellationToken">
    /// Stops the wait; a computation that nobody waits for any more does not begin.
    /// </param>
    public ValueTask<Answer> AskAsync(Answerer answerer, string question, CancellationToken cancellationToken)
    {
        if (_askLexically(answerer, question) is { } answer) return ValueTask.FromResult(answer);
        return _recent.TryGet((answerer, question), out var known)
            ? ValueTask.FromResult(known)
            : new ValueTask<Answer>(ComputeAsync((answerer, question), cancellationToken));
    }

    /// <summary>Forgets the recent answers, so that answerers that are used no longer can be freed.</summary>
    public void ForgetRecent() => _recent = new(MaxRecent);

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    private async Task<Answer> ComputeAsync(
        (Answerer Answerer, string Question) key, CancellationToken cancellationToken)
    {
        Computation? computation;
        lock (_sync)
        {
            if (!_computations.TryGetValue(key, out computation))
            {
                computation = new Computation();
                _computations.Add(key, computation);
                computation.Answer = Task.Run(() => RunAsync(key, computation), CancellationToken.None);
            }

            computation.Waiters++;
        }

        try
        {
            return await computation.Answer.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(key, computation);
        }
    }

    private async Task<Answer> RunAsync((Answerer Answerer, string Question) key, Computation computation)
    {
        try
        {
            Interlocked.Increment(ref _waiting);
            await _slots.WaitAsync();
            Interlocked.Decrement(ref _waiting);
            try
            {
                lock (_sync)
                {
                    if (computation.IsAbandoned)
                        throw new OperationCanceledException("Nobody waits for the answer any more.");
                }

                var start = _time.GetTimestamp();
                var answer = _ask(key.Answerer, key.Question);
                Computed?.Invoke(_time.GetElapsedTime(start));
                _recent.Put(key, answer);
                return answer;
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            lock (_sync) Remove(key, computation);
        }
    }

    private void Leave((Answerer Answerer, string Question) key, Computation computation)
    {
        lock (_sync)
        {
            if (--computation.Waiters > 0) return;
            // Later callers with the same question need a computation that is not canceled.
            Remove(key, computation);
            computation.IsAbandoned = true;
        }
    }

    private void Remove((Answerer Answerer, string Question) key, Computation computation)
    {
        if (_computations.TryGetValue(key, out var current) && current == computation) _computations.Remove(key);
    }

    private sealed class Computation
    {
        public Task<Answer> Answer { get; set; } = null!;

        public int Waiters { get; set; }

        /// <summary>Whether nobody waits any more.</summary>
        public bool IsAbandoned { get; set; }
    }
}
