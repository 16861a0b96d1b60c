using System.Collections.Concurrent;

namespace PolicyBot.Storage.Persistence;

/// <summary>A thread for one call of a database that blocks: the pool's are for those who answer questions.</summary>
internal sealed class OwnThread : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];

    /// <summary>Runs a call on it, whatever it awaits; whoever waits for the outcome goes on elsewhere.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => done.SetFromTask(Run(call))) { IsBackground = true, Name = "database" }.Start();
        return done.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

    public void Dispose() => _posted.Dispose();

    private static Task<T> Run<T>(Func<Task<T>> call)
    {
        using var thread = new OwnThread();
        SetSynchronizationContext(thread);
        var running = thread.ToEndAsync(call);
        foreach (var (callback, state) in thread._posted.GetConsumingEnumerable()) callback(state);
        return running;
    }

    private async Task<T> ToEndAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        finally
        {
            _posted.CompleteAdding();
        }
    }
}
