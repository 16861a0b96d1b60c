using System.Text;

namespace PolicyBot.Terminals;

/// <summary>
/// Reads lines that end with a line feed, or a carriage return and one; the last may lack it. What a line holds past <see cref="MaxLength"/>
/// is read over, so that no input, however long its lines, fills the memory.
/// </summary>
internal sealed class LineReader(TextReader reader)
{
    /// <summary>The most that is kept of a line, in UTF-16 code units: far more than any question that is read.</summary>
    public const int MaxLength = 1 << 16;

    private const char ByteOrderMark = '\uFEFF';

    private readonly char[] buffer = new char[4096];
    private readonly StringBuilder line = new();
    private int position;
    private int available;
    private bool isFirst = true;

    /// <summary>The next line without its end, or null at the end of the input.</summary>
    public string? ReadLine()
    {
        line.Clear();
        var isAnythingRead = false;
        while (position < available || Fill())
        {
            isAnythingRead = true;
            var rest = buffer.AsSpan(position, available - position);
            var end = rest.IndexOf('\n');
            var part = end < 0 ? rest : rest[..end];
            line.Append(part[..Math.Min(part.Length, MaxLength - line.Length)]);
            position += end < 0 ? rest.Length : end + 1;
            if (end >= 0) break;
        }

        return isAnythingRead ? Finish() : null;
    }

    private string Finish()
    {
        if (line.Length > 0 && line[^1] == '\r') line.Length--;
        if (isFirst && line.Length > 0 && line[0] == ByteOrderMark) line.Remove(0, 1);
        isFirst = false;
        return line.ToString();
    }

    private bool Fill()
    {
        position = 0;
        available = reader.Read(buffer, 0, buffer.Length);
        return available > 0;
    }
}
