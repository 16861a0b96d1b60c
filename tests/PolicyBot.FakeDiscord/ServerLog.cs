using PolicyBot.FakeDiscord.Recording;

namespace PolicyBot.FakeDiscord;

/// <summary>All that happened at the server, in order.</summary>
public sealed class ServerLog
{
    /// <summary>How long a test waits for something that the bot is to do, in real time.</summary>
    internal static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<ServerRecord> _records = [];
    private readonly List<LogWaiter> _waiters = [];

    internal ServerLog()
    {
    }

    internal event Action<ServerRecord>? Added;

    /// <summary>What happened up to now.</summary>
    public IReadOnlyList<ServerRecord> Records
    {
        get
        {
            lock (_gate)
                return [.. _records];
        }
    }

    /// <summary>How many records of that type fit.</summary>
    public int Count<T>(Func<T, bool>? predicate = null) where T : ServerRecord =>
        Records.OfType<T>().Count(record => predicate is null || predicate(record));

    /// <summary>
    /// The count-th record of that type that fits, from the beginning; waits for it. Fails after 30 seconds of real
    /// time, and tells what there is instead.
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
                $"Waited {WaitLimit.TotalSeconds:0} s for {typeof(T).Name} number {count}, in vain. There is:\n"
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
