namespace PolicyBot.FakeDiscord.Recording;

/// <summary>A test that waits for the n-th record that matches.</summary>
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
            // The condition is the test's: its exceptions must fail the test, not the server.
            _found.TrySetException(exception);
        }
    }
}
