namespace PolicyBot.Knowledge.Exchange;

/// <summary>A table with a header, as a spreadsheet has it.</summary>
/// <param name="HeaderRow">The number of the header's row, from 1.</param>
/// <param name="Header">The columns' names, trimmed; may be empty or repeated.</param>
/// <param name="Rows">The rows below it that aren't empty.</param>
internal sealed record Table(int HeaderRow, IReadOnlyList<string> Header, IReadOnlyList<TableRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Number">Its number as a spreadsheet counts it: from 1, with the header.</param>
/// <param name="Cells">
/// The cells' texts, trimmed, with line feeds only; at most as many as the header has columns.
/// </param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Gets the text of a cell; empty if the row ends before it.</summary>
    /// <param name="column">The column, from 0.</param>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}
