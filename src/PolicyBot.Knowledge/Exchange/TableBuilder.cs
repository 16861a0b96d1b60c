using System.Globalization;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Collects the rows of a file into a table; the first that isn't empty is the header.</summary>
/// <param name="diagnostics">Receives the errors.</param>
internal sealed class TableBuilder(DiagnosticBag diagnostics)
{
    /// <summary>The maximum number of rows.</summary>
    public const int MaxRows = 50_000;

    private readonly List<TableRow> _rows = [];
    private IReadOnlyList<string>? _header;
    private int _headerRow;

    /// <summary>Adds a row as the file has it.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="cells">Its cells.</param>
    /// <returns>Whether the file can be read further; the error has been reported if not.</returns>
    public bool Add(int number, IReadOnlyList<string> cells)
    {
        var texts = cells.Select(TableCells.Read).ToList();
        while (texts.Count > 0 && texts[^1].Length == 0) texts.RemoveAt(texts.Count - 1);
        if (texts.Count == 0) return true;
        if (_header is null)
        {
            (_header, _headerRow) = (texts, number);
            return true;
        }

        if (texts.Count > _header.Count)
        {
            diagnostics.Add(
                number,
                null,
                $"The row has {texts.Count} cells, but the header only {_header.Count}.",
                "Give every column a name in the first row, and put cells with a comma in quotation marks.");
            return false;
        }

        if (_rows.Count == MaxRows)
        {
            diagnostics.Add(
                number,
                null,
                string.Create(CultureInfo.InvariantCulture, $"The file has more than {MaxRows} rows."),
                "Split it into several files.");
            return false;
        }

        _rows.Add(new TableRow(number, texts));
        return true;
    }

    /// <summary>Creates the table; null if there is no header or no row, which is reported.</summary>
    public Table? Build()
    {
        if (_header is not null && _rows.Count > 0) return new Table(_headerRow, _header, _rows);
        diagnostics.Add(
            Math.Max(1, _headerRow),
            null,
            _header is null ? "The file is empty." : "The file has only a header.",
            "Write the columns' names in the first row, such as question and answer, and the questions below it.");
        return null;
    }
}
