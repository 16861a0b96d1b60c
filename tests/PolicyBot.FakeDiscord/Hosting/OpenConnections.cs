using Microsoft.AspNetCore.Connections;

namespace PolicyBot.FakeDiscord.Hosting;

/// <summary>The open TCP connections, so that stopping doesn't wait for a client that doesn't read.</summary>
internal sealed class OpenConnections
{
    private readonly Lock _gate = new();
    private readonly HashSet<ConnectionContext> _open = [];
    private bool _isClosed;

    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                connection.Abort();
                return;
            }

            _open.Add(connection);
        }

        try
        {
            await next(connection);
        }
        finally
        {
            lock (_gate)
                _open.Remove(connection);
        }
    }

    public void AbortAll()
    {
        ConnectionContext[] all;
        lock (_gate)
        {
            _isClosed = true;
            all = [.. _open];
        }

        foreach (var connection in all)
            connection.Abort();
    }
}
