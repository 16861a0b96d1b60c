namespace PolicyBot.Knowledge.Exchange;

/// <summary>A table with a header, as a spreadsheet has it.</summary>
/// <param name="HeaderRow">The number of the header's row, from 1.</param>
/// <param name="Header">The columns' names, trimmed; may be empty or repeated.</param>
/// <param name="Rows">The rows below it that aren't empty.</param>
internal sealed record Table(int HeaderRow, IReadOnlyList<string> Header, IReadOnlyList<TableRow> Rows);
