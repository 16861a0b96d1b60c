namespace PolicyBot.FakeDiscord.Recording;

/// <summary>Someone who waits for the n-th record that fits.</summary>
internal sealed class LogWaiter(Func<ServerRecord, bool> fits, int count)
{
    private readonly TaskCompletionSource<ServerRecord> _found =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing = count;

    public Task<ServerRecord> Record => _found.Task;

    public bool IsDone => _found.Task.IsCompleted;

    public void Check(ServerRecord record)
    {
        if (IsDone)
            return;
        try
        {
            if (fits(record) && --_missing == 0)
                _found.TrySetResult(record);
        }
        catch (Exception exception)
        {
            // The condition is the test's own code: what it throws must fail the test, not the server.
            _found.TrySetException(exception);
        }
    }
}
