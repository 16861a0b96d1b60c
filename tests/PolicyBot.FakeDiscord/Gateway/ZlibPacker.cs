using System.IO.Compression;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>The zlib-stream of one connection: one context, flushed after each payload.</summary>
internal sealed class ZlibPacker : IDisposable
{
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream _zlib;

    public ZlibPacker() => _zlib = new ZLibStream(_packed, CompressionLevel.Fastest, leaveOpen: true);

    /// <summary>The packed payload; good until the next call.</summary>
    public ReadOnlyMemory<byte> Pack(ReadOnlySpan<byte> payload)
    {
        _packed.SetLength(0);
        _zlib.Write(payload);
        _zlib.Flush();
        return _packed.GetBuffer().AsMemory(0, (int)_packed.Length);
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _packed.Dispose();
    }
}
