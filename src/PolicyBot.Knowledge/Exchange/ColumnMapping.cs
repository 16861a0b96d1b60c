namespace PolicyBot.Knowledge.Exchange;

/// <summary>
/// The columns of a file by what they hold: names in the header, or letters as a spreadsheet shows them. Columns that
/// aren't named here are found by their usual names.
/// </summary>
public sealed class ColumnMapping
{
    private readonly Dictionary<TableColumn, IReadOnlyList<string>> _columns = [];

    /// <summary>The columns that a person named.</summary>
    internal IReadOnlyDictionary<TableColumn, IReadOnlyList<string>> Columns => _columns;

    /// <summary>Names the columns that hold something; several are read one after the other.</summary>
    /// <param name="column">What they hold.</param>
    /// <param name="names">Their names or letters; nothing changes if there is none.</param>
    public void Set(TableColumn column, IReadOnlyList<string> names)
    {
        if (names.Count > 0) _columns[column] = names;
    }
}
