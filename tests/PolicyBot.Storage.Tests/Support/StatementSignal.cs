using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>Completes when a statement that begins with a text is about to run.</summary>
internal sealed class StatementSignal(string beginning) : DbCommandInterceptor
{
    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Running => _running.Task;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(beginning, StringComparison.Ordinal)) _running.TrySetResult();
        return ValueTask.FromResult(result);
    }
}
