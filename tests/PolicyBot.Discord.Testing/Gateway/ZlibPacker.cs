using System.IO.Compression;

namespace PolicyBot.Discord.Testing.Gateway;

/// <summary>The zlib-stream of one connection: one context, flushed after each payload.</summary>
internal sealed class ZlibPacker : IDisposable
{
    private readonly MemoryStream packed = new();
    private readonly ZLibStream zlib;

    public ZlibPacker() => zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);

    /// <summary>The packed payload; good until the next call.</summary>
    public ReadOnlyMemory<byte> Pack(ReadOnlySpan<byte> payload)
    {
        packed.SetLength(0);
        zlib.Write(payload);
        zlib.Flush();
        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }

    public void Dispose()
    {
        zlib.Dispose();
        packed.Dispose();
    }
}
