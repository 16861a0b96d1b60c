using System.IO.Compression;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>
/// Decompresses the payloads of a connection, which are one zlib stream that is flushed after each payload.
/// </summary>
public sealed class ZlibStreamDecompressor : IDisposable
{
    // READY is the largest payload: some fifty bytes per guild.
    private const int MaxPayloadSize = 1 << 25;
    private const int UsualPayloadSize = 1 << 14;

    private readonly InputStream _input = new();
    private readonly ZLibStream _stream;
    private byte[] _output = new byte[UsualPayloadSize];
    private int _length;

    /// <summary>Creates a decompressor for a new connection.</summary>
    public ZlibStreamDecompressor() => _stream = new ZLibStream(_input, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Decompresses a message, which is a payload or a part of one.</summary>
    /// <param name="message">The compressed bytes.</param>
    /// <returns>The payload, valid until the next call; null if the message isn't its last part.</returns>
    /// <exception cref="InvalidDataException">It isn't zlib, or too large.</exception>
    public ReadOnlyMemory<byte>? Decompress(ReadOnlyMemory<byte> message)
    {
        // Large payloads are rare, so their buffer isn't kept.
        if (_length == 0 && _output.Length > UsualPayloadSize) _output = new byte[UsualPayloadSize];
        // A flush ends with these bytes.
        var isComplete = message.Span.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFF, 0xFF]);
        _input.Content = message;
        while (_stream.Read(_output, _length, _output.Length - _length) is var read and > 0)
        {
            _length += read;
            if (_length < _output.Length) continue;
            if (_length >= MaxPayloadSize)
                throw new InvalidDataException("The gateway sent a payload that is too large.");
            Array.Resize(ref _output, _output.Length * 2);
        }

        if (!isComplete) return null;
        var payload = _output.AsMemory(0, _length);
        _length = 0;
        return payload;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _input.Dispose();
    }

    /// <summary>A stream that ends with its content, and continues when it gets more.</summary>
    private sealed class InputStream : Stream
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
