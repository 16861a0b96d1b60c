namespace PolicyBot.Knowledge.Exchange;

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
