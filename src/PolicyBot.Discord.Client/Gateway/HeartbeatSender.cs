namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Sends heartbeats to the gateway and notices if they aren't acknowledged.</summary>
/// <param name="socket">The connection.</param>
/// <param name="interval">The time between heartbeats, as the gateway requires it.</param>
/// <param name="getSequence">Gets the number of the last event, or null if there was none.</param>
/// <param name="time">The clock.</param>
internal sealed class HeartbeatSender(
    GatewaySocket socket, TimeSpan interval, Func<int?> getSequence, TimeProvider time)
{
    private volatile bool _isAcknowledged;

    /// <summary>Sends heartbeats until one isn't acknowledged before the next is due: the connection is dead.</summary>
    /// <param name="jitter">
    /// 0 to 1: the share of the interval before the first heartbeat, so that many bots don't send theirs together.
    /// </param>
    /// <param name="cancellationToken">The cancellation token.</param>
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

    /// <summary>Sends one heartbeat.</summary>
    public Task SendAsync(CancellationToken cancellationToken) =>
        socket.SendAsync(GatewayCommands.Heartbeat(getSequence()), cancellationToken);

    /// <summary>Records an acknowledgement.</summary>
    public void Acknowledge() => _isAcknowledged = true;
}
