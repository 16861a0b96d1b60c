using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>Counts the connections that are open at the same time, and those opened by pool threads.</summary>
internal sealed class OpenConnections : DbConnectionInterceptor
{
    private readonly Lock _sync = new();
    private readonly TaskCompletionSource _isBusy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open;

    /// <summary>The most at the same time.</summary>
    public int Most { get; private set; }

    /// <summary>How many were opened by a pool thread.</summary>
    public int ByThePool { get; private set; }

    /// <summary>Completes when four are open.</summary>
    public Task IsBusy => _isBusy.Task;

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        lock (_sync)
        {
            Most = Math.Max(Most, ++_open);
            if (Thread.CurrentThread.IsThreadPoolThread) ByThePool++;
            if (_open == 4) _isBusy.TrySetResult();
        }
        return Task.CompletedTask;
    }

    public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        lock (_sync) _open--;
        return Task.CompletedTask;
    }
}
