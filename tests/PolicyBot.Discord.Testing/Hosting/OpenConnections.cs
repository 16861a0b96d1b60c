using Microsoft.AspNetCore.Connections;

namespace PolicyBot.Discord.Testing.Hosting;

/// <summary>The TCP connections that are open, so that a stop need not wait for a client that does not read.</summary>
internal sealed class OpenConnections
{
    private readonly Lock gate = new();
    private readonly HashSet<ConnectionContext> open = [];
    private bool isClosed;

    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        lock (gate)
        {
            if (isClosed)
            {
                connection.Abort();
                return;
            }

            open.Add(connection);
        }

        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
                open.Remove(connection);
        }
    }

    public void AbortAll()
    {
        ConnectionContext[] all;
        lock (gate)
        {
            isClosed = true;
            all = [.. open];
        }

        foreach (var connection in all)
            connection.Abort();
    }
}
