using System.IO.Compression;

namespace PolicyBot.FakeDiscord.Tests.Gateway;

/// <summary>Decompresses the zlib-stream of a connection, with one context for all messages.</summary>
internal sealed class ZlibStreamDecompressor : IDisposable
{
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream _zlib;

    public ZlibStreamDecompressor() => _zlib = new ZLibStream(_packed, CompressionMode.Decompress, leaveOpen: true);

    public byte[] Unpack(ReadOnlySpan<byte> message)
    {
        var unread = _packed.Position;
        _packed.Seek(0, SeekOrigin.End);
        _packed.Write(message);
        _packed.Position = unread;
        using var unpacked = new MemoryStream();
        var buffer = new byte[4096];
        while (_zlib.Read(buffer) is var read and > 0)
            unpacked.Write(buffer.AsSpan(0, read));
        return unpacked.ToArray();
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _packed.Dispose();
    }
}
