using System.Threading.Channels;

namespace PolicyBot.Chat.BackgroundServices;

/// <summary>
/// Wakes a background service. Signals that come before it waits count as one. Thread-safe.
/// </summary>
internal sealed class WakeSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _channel.Writer.TryWrite(true);

    public Task WaitAsync(CancellationToken cancellationToken) =>
        _channel.Reader.ReadAsync(cancellationToken).AsTask();
}
