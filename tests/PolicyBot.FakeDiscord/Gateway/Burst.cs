namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>
/// Many payloads, compressed in advance and then sent as fast as the client reads, so that compression isn't measured.
/// </summary>
/// <param name="payloads">The payloads, in order.</param>
internal sealed class Burst(IEnumerable<byte[]> payloads)
{
    private readonly TaskCompletionSource _prepared = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when all are compressed.</summary>
    public Task Prepared => _prepared.Task;

    /// <summary>Sends them; completes when they are written.</summary>
    public Task SendAsync()
    {
        _released.TrySetResult();
        return _sent.Task;
    }

    /// <summary>Compresses them into frames of a connection, waits for the signal, and writes them.</summary>
    public async Task WriteAsync(ZlibStreamCompressor zlib, Stream stream, CancellationToken cancellationToken)
    {
        using var frames = new MemoryStream();
        foreach (var payload in payloads) AddFrame(frames, zlib.Compress(payload).Span);
        _prepared.TrySetResult();
        await _released.Task.WaitAsync(cancellationToken);
        await stream.WriteAsync(frames.GetBuffer().AsMemory(0, (int)frames.Length), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        _sent.TrySetResult();
    }

    // A final binary frame of up to 65,535 bytes (RFC 6455, 5.2).
    private static void AddFrame(MemoryStream frames, ReadOnlySpan<byte> message)
    {
        frames.WriteByte(0x82);
        if (message.Length < 126)
        {
            frames.WriteByte((byte)message.Length);
        }
        else
        {
            frames.Write([126, (byte)(message.Length >> 8), (byte)message.Length]);
        }

        frames.Write(message);
    }
}
