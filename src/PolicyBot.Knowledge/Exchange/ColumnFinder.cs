using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Finds a table's columns.</summary>
internal sealed class ColumnFinder
{
    private const int MaxListed = 12;

    private readonly Table _table;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<int>[] _columns;

    private ColumnFinder(Table table, DiagnosticBag diagnostics)
    {
        (_table, _diagnostics) = (table, diagnostics);
        _columns = [.. TableHeader.Names.Select(_ => new List<int>())];
    }

    /// <summary>The positions, from 0, by column; empty for what the table doesn't have.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Columns => _columns;

    /// <summary>Whether an export wrote the table.</summary>
    public bool IsExport => Has(TableColumn.Checksum) && Has(TableColumn.Kind);

    /// <summary>The names of the columns that nothing reads.</summary>
    public IReadOnlyList<string> Ignored =>
        [.. _table.Header.Where((name, i) => name.Length > 0 && !_columns.Any(c => c.Contains(i)))];

    /// <summary>Finds the columns; null if one is missing or occurs twice, which is reported.</summary>
    public static ColumnFinder? Find(Table table, ColumnMapping mapping, DiagnosticBag diagnostics)
    {
        var finder = new ColumnFinder(table, diagnostics);
        var isFound = true;
        foreach (var (column, names) in mapping.Columns)
        {
            foreach (var name in names) isFound &= finder.AddNamed(column, name);
        }

        for (var i = 0; i < table.Header.Count; i++)
        {
            if (TableHeader.Find(table.Header[i]) is { } column && !mapping.Columns.ContainsKey(column)
                && !finder._columns.Any(c => c.Contains(i)))
                isFound &= finder.Add(column, i);
        }

        if (!isFound) return null;
        if (finder.IsExport) return finder;
        return finder.Require(TableColumn.Question) & finder.Require(TableColumn.Answer) ? finder : null;
    }

    private bool Has(TableColumn column) => _columns[(int)column].Count > 0;

    private bool Require(TableColumn column)
    {
        if (Has(column)) return true;
        var name = TableHeader.GetName(column);
        Report($"The file has no column “{name}”.", $"Choose the column that has it with --{name}: {ListColumns()}.");
        return false;
    }

    private bool AddNamed(TableColumn column, string name)
    {
        var found = Enumerable.Range(0, _table.Header.Count)
            .Where(i => string.Equals(_table.Header[i], name.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0 && GetLetterColumn(name.Trim()) is { } index) found.Add(index);
        if (found is [var only]) return Add(column, only);
        Report(
            found.Count == 0
                ? $"The file has no column {DiagnosticText.Quote(name)}."
                : $"The file has {found.Count} columns {DiagnosticText.Quote(name)}.",
            $"Choose one of its columns, or its letter: {ListColumns()}.");
        return false;
    }

    private bool Add(TableColumn column, int index)
    {
        var columns = _columns[(int)column];
        if (columns.Count > 0 && column != TableColumn.Phrasings)
        {
            var name = TableHeader.GetName(column);
            Report(
                $"Two columns are read as “{name}”: {DiagnosticText.Quote(_table.Header[columns[0]])} and "
                + $"{DiagnosticText.Quote(_table.Header[index])}.",
                "Rename or delete one of them.");
            return false;
        }

        columns.Add(index);
        return true;
    }

    // A, B, … Z, AA, …, as a spreadsheet labels its columns.
    private int? GetLetterColumn(string letters)
    {
        if (letters.Length is 0 or > 2 || !letters.All(char.IsAsciiLetter)) return null;
        var column = letters.ToUpperInvariant().Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
        return column < _table.Header.Count ? column : null;
    }

    private string ListColumns() =>
        DiagnosticText.QuoteAll(_table.Header.Where(n => n.Length > 0).Take(MaxListed))
        + (_table.Header.Count > MaxListed ? ", …" : "");

    private void Report(string problem, string fix) => _diagnostics.Add(_table.HeaderRow, null, problem, fix);
}
