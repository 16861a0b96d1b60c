using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace PolicyBot.Knowledge.Threading;

/// <summary>
/// Runs long computations on separate threads, with a low priority. On the few threads of the thread pool,
/// everybody's questions would wait for them.
/// </summary>
public static class LowPriorityThreads
{
    // Nice levels go from -20 to 19; the others' level is usually 0. With this one, a busy thread gets two thirds of
    // their share, so that other programs on a busy machine don't hold up an article for long.
    private const int LowPriority = 2;

    /// <summary>Runs a computation on a separate thread.</summary>
    /// <param name="compute">The computation.</param>
    /// <returns>Its result. The task fails with what the computation throws.</returns>
    public static Task<T> RunAsync<T>(Func<T> compute) => Task.Factory.StartNew(
        () =>
        {
            LowerPriority();
            return compute();
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>Calls an action for each item of a list, on all processors, and returns when all are done.</summary>
    /// <param name="items">The items.</param>
    /// <param name="createState">Creates what one thread needs for its calls.</param>
    /// <param name="act">The action, which gets an index and the thread's state.</param>
    /// <param name="cancellationToken">Stops it between two calls.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static void ForEach<T, TState>(
        IReadOnlyList<T> items,
        Func<TState> createState,
        Action<int, TState> act,
        CancellationToken cancellationToken)
    {
        var next = -1;
        var failures = new ConcurrentQueue<ExceptionDispatchInfo>();
        var others = Enumerable.Range(1, Math.Max(0, Math.Min(Environment.ProcessorCount, items.Count) - 1))
            .Select(_ => new Thread(WorkAside) { IsBackground = true }).ToList();
        foreach (var thread in others) thread.Start();
        Work();
        foreach (var thread in others) thread.Join();
        if (failures.TryPeek(out var failure)) failure.Throw();
        cancellationToken.ThrowIfCancellationRequested();

        void WorkAside()
        {
            LowerPriority();
            Work();
        }

        void Work()
        {
            try
            {
                var state = createState();
                while (failures.IsEmpty && !cancellationToken.IsCancellationRequested)
                {
                    var i = Interlocked.Increment(ref next);
                    if (i >= items.Count) break;
                    act(i, state);
                }
            }
            catch (Exception e)
            {
                failures.Enqueue(ExceptionDispatchInfo.Capture(e));
            }
        }
    }

    // Only for threads that end with their computation: on Linux, the priority can't be raised again.
    private static void LowerPriority()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        // On Linux, .NET's priorities do nothing. If the call fails, the computation only takes more from the others.
        if (OperatingSystem.IsLinux()) _ = SetPriority(which: 0, who: 0, LowPriority);
    }

    // On Linux, this concerns only the calling thread.
    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);
}
