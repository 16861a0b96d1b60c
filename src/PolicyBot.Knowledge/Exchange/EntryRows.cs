using System.Security.Cryptography;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>The rows of one entry: the first has everything but the further sentences of its answer.</summary>
internal sealed class EntryRows
{
    private readonly List<string[]> _rows = [];

    /// <summary>The kind of the entry.</summary>
    public string Kind => this[TableColumn.Kind];

    /// <summary>The rows, each with a text for every column.</summary>
    public IReadOnlyList<string[]> Rows => _rows;

    /// <summary>The numbers of the rows in the file; 0 for rows that aren't from it.</summary>
    public List<int> Numbers { get; } = [];

    /// <summary>The number of its first row.</summary>
    public int Number => Numbers[0];

    /// <summary>A text of the first row.</summary>
    public string this[TableColumn column]
    {
        get => _rows[0][(int)column];
        set => _rows[0][(int)column] = value;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="number">Its number in the file, or 0.</param>
    /// <returns>Its texts, all empty.</returns>
    public string[] Add(int number)
    {
        var row = new string[TableHeader.Names.Count];
        Array.Fill(row, "");
        _rows.Add(row);
        Numbers.Add(number);
        return row;
    }

    /// <summary>Gets the items of a column whose cells hold lists, of all rows.</summary>
    public IEnumerable<string> GetList(TableColumn column) =>
        _rows.SelectMany(r => TableCells.Split(r[(int)column]));

    /// <summary>Computes the checksum of the rows.</summary>
    public string ComputeChecksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in _rows)
        {
            for (var column = 0; column < (int)TableColumn.Checksum; column++)
            {
                hash.AppendData(System.Text.Encoding.UTF8.GetBytes(row[column]));
                hash.AppendData([0]);
            }
        }

        // A spreadsheet would read hexadecimal digits alone as a number.
        return $"sha256:{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}";
    }
}
