using PolicyBot.FakeDiscord.Recording;

namespace PolicyBot.FakeDiscord;

/// <summary>Everything that happened at the server, in order.</summary>
public sealed class ServerLog
{
    /// <summary>How long a test waits for an event or a message, in real time.</summary>
    internal static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<ServerRecord> _records = [];
    private readonly List<LogWaiter> _waiters = [];

    internal ServerLog()
    {
    }

    internal event Action<ServerRecord>? Added;

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<ServerRecord> Records
    {
        get
        {
            lock (_gate)
                return [.. _records];
        }
    }

    /// <summary>The number of records of this type that match.</summary>
    public int Count<T>(Func<T, bool>? predicate = null) where T : ServerRecord =>
        Records.OfType<T>().Count(record => predicate is null || predicate(record));

    /// <summary>
    /// Waits for the count-th record of this type that matches, from the beginning. Fails after 30 seconds of real time
    /// and lists what happened instead.
    /// </summary>
    public async Task<T> WaitForAsync<T>(Func<T, bool>? predicate = null, int count = 1, CancellationToken ct = default)
        where T : ServerRecord
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var waiter = new LogWaiter(record => record is T fitting && (predicate is null || predicate(fitting)), count);
        lock (_gate)
        {
            foreach (var record in _records)
                waiter.Check(record);
            if (!waiter.IsDone)
                _waiters.Add(waiter);
        }

        try
        {
            return (T)await waiter.Record.WaitAsync(WaitLimit, ct);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"Waited {WaitLimit.TotalSeconds:0} s for {typeof(T).Name} number {count}, but only got:\n"
                + string.Join('\n', Records.TakeLast(60).Select(record => $"  {record}")));
        }
        finally
        {
            lock (_gate)
                _waiters.Remove(waiter);
        }
    }

    internal void Add(ServerRecord record)
    {
        lock (_gate)
        {
            _records.Add(record);
            foreach (var waiter in _waiters)
                waiter.Check(record);
            _waiters.RemoveAll(waiter => waiter.IsDone);
        }

        Added?.Invoke(record);
    }
}
