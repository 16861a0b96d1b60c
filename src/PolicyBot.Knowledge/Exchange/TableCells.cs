using System.Buffers;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>
/// The texts of cells. A spreadsheet runs a cell that begins with =, +, -, @, a tab or a carriage return as a formula;
/// an apostrophe before it makes it a text, and is removed when the cell is read.
/// </summary>
internal static class TableCells
{
    /// <summary>The maximum length of a cell in a spreadsheet.</summary>
    public const int MaxLength = 32_767;

    private const StringSplitOptions Options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    // With the wide forms, which some spreadsheets read as the narrow ones.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r＝＋－＠");

    /// <summary>Writes a text so that no spreadsheet runs it as a formula.</summary>
    public static string Neutralize(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>Reads a cell: <see cref="Neutralize"/> undone, line ends as line feeds, trimmed.</summary>
    public static string Read(string cell)
    {
        var text = cell.Length > 1 && cell[0] == '\'' && IsFormula(cell) ? cell[1..] : cell;
        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
    }

    // A text that begins with apostrophes before such a character gets one more, so that all of them come back.
    private static bool IsFormula(string text)
    {
        var start = text.AsSpan().TrimStart('\'');
        return !start.IsEmpty && FormulaStarts.Contains(start[0]);
    }

    /// <summary>
    /// Joins texts as the lines of a cell. A line feed in a text is written as \n, and a backslash as \\.
    /// </summary>
    public static string Join(IEnumerable<string> texts) => string.Join('\n', texts.Select(Escape));

    /// <summary>Splits a cell that <see cref="Join"/> wrote.</summary>
    public static IReadOnlyList<string> Split(string cell) =>
        cell.Length == 0 ? [] : [.. cell.Split('\n', Options).Select(Unescape)];

    /// <summary>Splits a cell that a person wrote: texts on lines, or with separators between them.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="separators">The separators besides the line feed.</param>
    public static IReadOnlyList<string> Split(string cell, ReadOnlySpan<char> separators) =>
        cell.Split(['\n', .. separators], Options);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        var at = text.IndexOf('\\', StringComparison.Ordinal);
        if (at < 0) return text;
        var plain = new System.Text.StringBuilder(text.Length).Append(text, 0, at);
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '\\' or 'n')
                plain.Append(text[++at] == 'n' ? '\n' : '\\');
            else plain.Append(text[at]);
        }

        return plain.ToString();
    }
}
