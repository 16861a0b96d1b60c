using System.IO.Compression;

namespace PolicyBot.Discord.Gateway;

/// <summary>Undoes the compression of a connection: one zlib stream over all its payloads, flushed after each.</summary>
internal sealed class Inflater : IDisposable
{
    // READY is the largest: some fifty bytes a guild.
    private const int MaxPayload = 1 << 25;
    private const int UsualPayload = 1 << 14;

    private readonly Feed feed = new();
    private readonly ZLibStream stream;
    private byte[] output = new byte[UsualPayload];

    public Inflater() => stream = new ZLibStream(feed, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Whether a payload is complete: a flush leaves these bytes.</summary>
    public static bool IsComplete(ReadOnlySpan<byte> compressed) => compressed.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFF, 0xFF]);

    /// <summary>A payload's bytes, which hold until the next call; throws an <see cref="InvalidDataException"/> on what is no zlib.</summary>
    /// <param name="compressed">The compressed payload, complete.</param>
    public ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> compressed)
    {
        // A large one is rare and need not be kept room for.
        if (output.Length > UsualPayload) output = new byte[UsualPayload];
        feed.Content = compressed;
        var length = 0;
        while (true)
        {
            var read = stream.Read(output, length, output.Length - length);
            if (read == 0) return output.AsMemory(0, length);
            length += read;
            if (length < output.Length) continue;
            if (length >= MaxPayload) throw new InvalidDataException("A payload is larger than any that Discord sends.");
            Array.Resize(ref output, output.Length * 2);
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        feed.Dispose();
    }

    /// <summary>Ends wherever its content does, and goes on when it is given more.</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Content { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Content.Length);
            Content.Span[..count].CopyTo(buffer);
            Content = Content[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
