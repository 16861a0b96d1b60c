using Microsoft.EntityFrameworkCore;
using PolicyBot.Chat.Storage;
using PolicyBot.Storage.Schema;
using PolicyBot.Storage.Telemetry;

namespace PolicyBot.Storage.Persistence;

/// <summary>
/// Runs calls on the database, and explains its faults. The first call migrates the database. Thread-safe.
/// </summary>
internal sealed class DatabaseExecutor(IDatabaseEngine engine, StorageMetrics metrics, TimeProvider time) : IDisposable
{
    // A migration takes about a second. After a minute, the instance that has the lock must be stuck.
    private static readonly TimeSpan MigrationTimeout = TimeSpan.FromSeconds(60);

    private const int MaxBlockedThreads = 4;

    private readonly SemaphoreSlim _threads = new(MaxBlockedThreads);
    private readonly SemaphoreSlim _migrating = new(1);
    private volatile IUseLock? _use;
    private volatile bool _isMigrated;
    private volatile bool _isUsed;

    // A database that was deleted may come back.
    private volatile bool _hasExisted;

    /// <summary>Runs a call, and runs it again if its connection was dead.</summary>
    /// <exception cref="StoreUnavailableException">
    /// The database is locked, full, read-only or can't be reached.
    /// </exception>
    public async Task<T> RunAsync<T>(
        Func<StorageContext, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!engine.IsBlocking) return await RunWithRetryAsync(call, cancellationToken);
        await _threads.WaitAsync(cancellationToken);
        try
        {
            // Not on the thread pool: its threads answer questions.
            return await Task.Factory.StartNew(
                () => RunWithRetryAsync(call, cancellationToken),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap();
        }
        finally
        {
            _threads.Release();
        }
    }

    /// <summary>Runs a call that deletes data, and removes its traces from the database's own files.</summary>
    /// <exception cref="StoreUnavailableException">
    /// The database is locked, full, read-only or can't be reached. The call may have run.
    /// </exception>
    public async Task<T> DeleteAsync<T>(
        Func<StorageContext, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var result = await RunAsync(call, cancellationToken);
        await RunAsync(
            async (context, ct) =>
            {
                await engine.RemoveTracesAsync(context, ct);
                return 0;
            },
            cancellationToken);
        return result;
    }

    /// <summary>Closes the idle connections.</summary>
    public void Dispose()
    {
        if (_isUsed)
        {
            using var context = engine.CreateContext();
            engine.ClearPool(context);
        }

        _use?.Dispose();
        _threads.Dispose();
        _migrating.Dispose();
    }

    private async Task<T> RunWithRetryAsync<T>(
        Func<StorageContext, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var activity = metrics.StartCall();
        for (var isFirstAttempt = true; ; isFirstAttempt = false)
        {
            StorageContext? context = null;
            try
            {
                context = engine.CreateContext();
                _isUsed = true;
                if (IsReady()) engine.EnsureExists();
                else await MigrateAsync(context, cancellationToken);
                return await call(context, cancellationToken);
            }
            catch (Exception e)
                when (!cancellationToken.IsCancellationRequested && Explain(e) is { } explanation)
            {
                // After the fault, it may be another file or server.
                _isMigrated = false;
                if (context is not null) engine.ClearPool(context);
                if (isFirstAttempt && engine.IsDeadConnection(e)) continue;
                metrics.AddFault(activity);
                throw new StoreUnavailableException(explanation, e)
                {
                    IsNothingStored = !_hasExisted && engine.IsMissing(),
                };
            }
            catch (Exception e) when (cancellationToken.IsCancellationRequested
                && e is not OperationCanceledException
                && Explain(e) is not null)
            {
                throw new OperationCanceledException("The call was canceled.", e, cancellationToken);
            }
            finally
            {
                if (context is not null) await context.DisposeAsync();
            }
        }
    }

    // A lock that was lost would let a backup be restored while the bot runs.
    private bool IsReady() => _isMigrated && _use is { IsHeld: true };

    private string? Explain(Exception exception) =>
        exception is RestoreRunningException ? exception.Message : engine.Explain(exception);

    private async Task MigrateAsync(StorageContext context, CancellationToken cancellationToken)
    {
        await _migrating.WaitAsync(cancellationToken);
        try
        {
            if (IsReady()) return;

            // A new lock first: after a fault, it may be another file or server.
            var use = await engine.TryLockAsync(isExclusive: false, cancellationToken)
                ?? throw new RestoreRunningException();
            _use?.Dispose();
            _use = use;

            // Checks first, so that a full, locked or read-only database can still be read.
            if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                await MigrateWithTimeoutAsync(context, cancellationToken);
            _isMigrated = _hasExisted = true;
        }
        finally
        {
            _migrating.Release();
        }
    }

    private async Task MigrateWithTimeoutAsync(StorageContext context, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(MigrationTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await engine.MigrateAsync(context, either.Token);
        }
        catch (OperationCanceledException e)
            when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Another instance did not finish its migration.", e);
        }
    }
}
