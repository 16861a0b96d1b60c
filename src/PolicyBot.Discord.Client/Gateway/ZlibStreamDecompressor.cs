using System.IO.Compression;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Undoes the compression of a connection: one zlib stream over all its payloads, flushed after each.</summary>
public sealed class ZlibStreamDecompressor : IDisposable
{
    // READY is the largest: some fifty bytes a guild.
    private const int MaxPayload = 1 << 25;
    private const int UsualPayload = 1 << 14;

    private readonly Feed _feed = new();
    private readonly ZLibStream _stream;
    private byte[] _output = new byte[UsualPayload];
    private int _length;

    public ZlibStreamDecompressor() => _stream = new ZLibStream(_feed, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Takes a message, which is a payload or a part of one; throws an <see cref="InvalidDataException"/> on what is no zlib.</summary>
    /// <param name="message">The compressed bytes.</param>
    /// <returns>The payload whose last part it was, which holds until the next call; null where more of it is to come.</returns>
    public ReadOnlyMemory<byte>? Decompress(ReadOnlyMemory<byte> message)
    {
        // A large one is rare and need not be kept room for.
        if (_length == 0 && _output.Length > UsualPayload) _output = new byte[UsualPayload];
        // A flush leaves these bytes.
        var isComplete = message.Span.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFF, 0xFF]);
        _feed.Content = message;
        while (_stream.Read(_output, _length, _output.Length - _length) is var read and > 0)
        {
            _length += read;
            if (_length < _output.Length) continue;
            if (_length >= MaxPayload) throw new InvalidDataException("A payload is larger than any that Discord sends.");
            Array.Resize(ref _output, _output.Length * 2);
        }

        if (!isComplete) return null;
        var payload = _output.AsMemory(0, _length);
        _length = 0;
        return payload;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _feed.Dispose();
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
