namespace PolicyBot.Knowledge.Exchange;

/// <summary>The columns' names in the header.</summary>
internal static class TableHeader
{
    /// <summary>The names, by column.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "kind", "id", "question", "answer", "evidence", "phrasings", "topics", "related", "name", "role", "also",
        "context", "review", "answer review", "checksum",
    ];

    // What people call the columns in files of their own.
    private static readonly Dictionary<string, TableColumn> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["questions"] = TableColumn.Question,
        ["answers"] = TableColumn.Answer,
        ["source"] = TableColumn.Evidence,
        ["phrasing"] = TableColumn.Phrasings,
        ["alternatives"] = TableColumn.Phrasings,
        ["alternative phrasings"] = TableColumn.Phrasings,
        ["variants"] = TableColumn.Phrasings,
        ["topic"] = TableColumn.Topics,
    };

    /// <summary>Gets a column's name.</summary>
    public static string GetName(TableColumn column) => Names[(int)column];

    /// <summary>Finds the column with a name, or null.</summary>
    public static TableColumn? Find(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (string.Equals(Names[i], name, StringComparison.OrdinalIgnoreCase)) return (TableColumn)i;
        }

        return Aliases.TryGetValue(name, out var column) ? column : null;
    }
}
