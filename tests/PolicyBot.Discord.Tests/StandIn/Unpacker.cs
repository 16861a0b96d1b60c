using System.IO.Compression;

namespace PolicyBot.Discord.Tests.StandIn;

/// <summary>Undoes the zlib-stream of one connection: one context for all its messages.</summary>
internal sealed class Unpacker : IDisposable
{
    private readonly MemoryStream packed = new();
    private readonly ZLibStream zlib;

    public Unpacker() => zlib = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);

    public byte[] Unpack(ReadOnlySpan<byte> message)
    {
        var unread = packed.Position;
        packed.Seek(0, SeekOrigin.End);
        packed.Write(message);
        packed.Position = unread;
        using var unpacked = new MemoryStream();
        var buffer = new byte[4096];
        while (zlib.Read(buffer) is var read and > 0)
            unpacked.Write(buffer.AsSpan(0, read));
        return unpacked.ToArray();
    }

    public void Dispose()
    {
        zlib.Dispose();
        packed.Dispose();
    }
}
