using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>
/// Sets a limit on every connection when it opens, as the disk or another program would; null for none.
/// </summary>
internal sealed class PragmaOnOpen : DbConnectionInterceptor
{
    public string? Pragma { get; set; }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Pragma is null ? Task.CompletedTask : StoreTests.ExecuteAsync(connection, $"PRAGMA {Pragma}");
}
