using System.Collections.Concurrent;
using System.Threading.Channels;
using NodaTime;
using PolicyBot.Chat.Storage;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>Turns to connect, which a test grants in place of the other processes and the database.</summary>
internal sealed class Turns : IConnectionTurnStore
{
    private readonly ConcurrentQueue<(int Queue, TimeSpan Interval)> _asked = new();
    private readonly Channel<int> _queues = Channel.CreateUnbounded<int>();
    private int _free;

    /// <summary>All requests so far.</summary>
    public IReadOnlyCollection<(int Queue, TimeSpan Interval)> Asked => _asked;

    /// <summary>The wait for a turn that isn't free.</summary>
    public Duration Wait { get; init; } = Duration.FromSeconds(5.5);

    /// <summary>What is wrong with the database, or null.</summary>
    public string? Fault { get; set; }

    /// <summary>Whether the database doesn't respond.</summary>
    public bool Hangs { get; init; }

    /// <summary>Frees one turn.</summary>
    public void Free() => Interlocked.Increment(ref _free);

    /// <summary>Frees all turns.</summary>
    public void FreeAll() => Interlocked.Exchange(ref _free, int.MaxValue / 2);

    /// <summary>Waits for a number of requests more than the last call did.</summary>
    public async Task AskedAsync(int count)
    {
        var cancellation = TestContext.Current.CancellationToken;
        for (var i = 0; i < count; i++)
            await _queues.Reader.ReadAsync(cancellation).AsTask().WaitAsync(TestGuard.Timeout, cancellation);
    }

    public async Task<Duration> TryTakeAsync(
        int queue, Duration interval, int remaining, Duration resetAfter, CancellationToken cancellationToken)
    {
        _asked.Enqueue((queue, interval.ToTimeSpan()));
        _queues.Writer.TryWrite(queue);
        if (Hangs) await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        if (Fault is { } fault) throw new StoreUnavailableException(fault, new IOException());
        if (Interlocked.Decrement(ref _free) >= 0) return Duration.Zero;
        Interlocked.Increment(ref _free);
        return Wait;
    }
}
