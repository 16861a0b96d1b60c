using System.IO.Compression;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>The zlib-stream of one connection: one context, flushed after each payload.</summary>
internal sealed class ZlibStreamCompressor : IDisposable
{
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream _zlib;

    public ZlibStreamCompressor() => _zlib = new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);

    /// <summary>The compressed payload; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Compress(ReadOnlySpan<byte> payload)
    {
        _compressed.SetLength(0);
        _zlib.Write(payload);
        _zlib.Flush();
        return _compressed.GetBuffer().AsMemory(0, (int)_compressed.Length);
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _compressed.Dispose();
    }
}
