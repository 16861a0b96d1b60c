using System.Text;

namespace PolicyBot.ConsoleChat;

/// <summary>
/// Reads lines that end with a line feed, or a carriage return and one; the last may lack it. What a line holds past
/// <see cref="MaxLength"/> is read over, so that no input, however long its lines, fills the memory.
/// </summary>
internal sealed class LineReader(TextReader reader)
{
    /// <summary>
    /// The most that is kept of a line, in UTF-16 code units: far more than any question that is read.
    /// </summary>
    public const int MaxLength = 1 << 16;

    private const char ByteOrderMark = '\uFEFF';

    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _line = new();
    private int _position;
    private int _available;
    private bool _isFirst = true;

    /// <summary>The next line without its end, or null at the end of the input.</summary>
    public string? ReadLine()
    {
        _line.Clear();
        var isAnythingRead = false;
        while (_position < _available || Fill())
        {
            isAnythingRead = true;
            var rest = _buffer.AsSpan(_position, _available - _position);
            var end = rest.IndexOf('\n');
            var part = end < 0 ? rest : rest[..end];
            _line.Append(part[..Math.Min(part.Length, MaxLength - _line.Length)]);
            _position += end < 0 ? rest.Length : end + 1;
            if (end >= 0) break;
        }

        return isAnythingRead ? Finish() : null;
    }

    private string Finish()
    {
        if (_line.Length > 0 && _line[^1] == '\r') _line.Length--;
        if (_isFirst && _line.Length > 0 && _line[0] == ByteOrderMark) _line.Remove(0, 1);
        _isFirst = false;
        return _line.ToString();
    }

    private bool Fill()
    {
        _position = 0;
        _available = reader.Read(_buffer, 0, _buffer.Length);
        return _available > 0;
    }
}
