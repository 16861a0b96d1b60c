namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Sends heartbeats, and tells when they are no longer answered.</summary>
/// <param name="socket">The connection.</param>
/// <param name="interval">The time between heartbeats, as the gateway asked for.</param>
/// <param name="sequence">The number of the last event that was read.</param>
/// <param name="time">The clock.</param>
internal sealed class HeartbeatSender(GatewaySocket socket, TimeSpan interval, Func<int?> sequence, TimeProvider time)
{
    private volatile bool _isAcknowledged;

    /// <summary>Beats until the connection is dead: a heartbeat was not acknowledged before the next.</summary>
    /// <param name="jitter">0 to 1: which part of the interval passes before the first, so that not all bots beat at once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(double jitter, CancellationToken cancellationToken)
    {
        await Task.Delay(interval * jitter, time, cancellationToken);
        do
        {
            _isAcknowledged = false;
            await SendAsync(cancellationToken);
            await Task.Delay(interval, time, cancellationToken);
        }
        while (_isAcknowledged);
    }

    /// <summary>One heartbeat.</summary>
    public Task SendAsync(CancellationToken cancellationToken) => socket.SendAsync(GatewayCommands.Heartbeat(sequence()), cancellationToken);

    /// <summary>Takes note of an acknowledgement.</summary>
    public void Acknowledge() => _isAcknowledged = true;
}
