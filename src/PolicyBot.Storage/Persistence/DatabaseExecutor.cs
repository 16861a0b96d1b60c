using Microsoft.EntityFrameworkCore;
using PolicyBot.Chat.Storage;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Persistence;

/// <summary>Runs calls on the database, which the first of them migrates, where they hold up nobody; tells its faults.</summary>
internal sealed class DatabaseExecutor(IDatabaseEngine engine, TimeProvider time) : IDisposable
{
    // A migration of these tables takes a second; longer, and whoever has the lock is stuck.
    private static readonly TimeSpan MigrationPatience = TimeSpan.FromSeconds(60);

    // What waits longer waits for no thread.
    private const int ThreadsAtOnce = 4;

    private readonly SemaphoreSlim _threads = new(ThreadsAtOnce);
    private readonly SemaphoreSlim _migrating = new(1);
    private volatile bool _isMigrated;
    private volatile bool _isUsed;

    // Once it was there, a database that is gone may come back.
    private volatile bool _wasThere;

    /// <summary>Runs a call, a second time where its connection turned out to be dead.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached, is locked, full or read-only.</exception>
    public async Task<T> RunAsync<T>(Func<StorageContext, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!engine.IsBlocking) return await RunWithRetryAsync(call, cancellationToken);
        await _threads.WaitAsync(cancellationToken);
        try
        {
            return await OwnThread.RunAsync(() => RunWithRetryAsync(call, cancellationToken));
        }
        finally
        {
            _threads.Release();
        }
    }

    /// <summary>Closes the idle connections.</summary>
    public void Dispose()
    {
        if (_isUsed)
        {
            using var context = engine.CreateContext();
            engine.ClearPool(context);
        }
        _threads.Dispose();
        _migrating.Dispose();
    }

    private async Task<T> RunWithRetryAsync<T>(Func<StorageContext, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var isFirstTry = true; ; isFirstTry = false)
        {
            StorageContext? context = null;
            try
            {
                context = engine.CreateContext();
                _isUsed = true;
                if (_isMigrated) engine.EnsureExists();
                else await MigrateAsync(context, cancellationToken);
                return await call(context, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && engine.Explain(e) is { } explanation)
            {
                // The file or the server may be another one when the fault is over.
                _isMigrated = false;
                if (context is not null) engine.ClearPool(context);
                if (isFirstTry && engine.IsDeadConnection(e)) continue;
                throw new StoreUnavailableException(explanation, e) { IsNothingStored = !_wasThere && engine.IsMissing() };
            }
            catch (Exception e) when (cancellationToken.IsCancellationRequested && e is not OperationCanceledException && engine.Explain(e) is not null)
            {
                throw new OperationCanceledException("The call was given up.", e, cancellationToken);
            }
            finally
            {
                if (context is not null) await context.DisposeAsync();
            }
        }
    }

    private async Task MigrateAsync(StorageContext context, CancellationToken cancellationToken)
    {
        await _migrating.WaitAsync(cancellationToken);
        try
        {
            if (_isMigrated) return;
            // Looks first, so that after a fault what can still be read is read from a database that is full, locked or read-only.
            if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await MigrateWithTimeoutAsync(context, cancellationToken);
            _isMigrated = _wasThere = true;
        }
        finally
        {
            _migrating.Release();
        }
    }

    private async Task MigrateWithTimeoutAsync(StorageContext context, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(MigrationPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await engine.MigrateAsync(context, either.Token);
        }
        catch (OperationCanceledException e) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Another instance did not finish its migration.", e);
        }
    }
}
