using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Reads the rows of a table as entries.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns.</param>
/// <param name="diagnostics">Receives the errors.</param>
internal sealed class EntryReader(Table table, ColumnFinder columns, DiagnosticBag diagnostics)
{
    /// <summary>Reads all entries, in order.</summary>
    public IReadOnlyList<EntryRows> Read()
    {
        var entries = new List<EntryRows>();
        foreach (var row in table.Rows)
        {
            var cells = GetCells(row);
            var kind = cells[(int)TableColumn.Kind];
            if (!EntryKind.All.Any(k => k.Kind == kind))
            {
                diagnostics.Add(
                    row.Number,
                    null,
                    $"The kind {DiagnosticText.Quote(kind)} is unknown.",
                    $"Write one of {DiagnosticText.QuoteAll(EntryKind.All.Select(k => k.Kind))}.");
            }
            else if (cells[(int)GetLead(kind)].Length > 0) Add(new EntryRows());
            else if (entries.Count > 0 && Continues(entries[^1], cells)) Add(entries[^1]);
            else
                ReportNoStart(row.Number, kind, cells[(int)TableColumn.Id]);

            void Add(EntryRows entry)
            {
                if (entry.Rows.Count == 0) entries.Add(entry);
                cells.CopyTo(entry.Add(row.Number), 0);
            }
        }

        return entries;
    }

    // The column without which a row continues the one above.
    private static TableColumn GetLead(string kind) => kind switch
    {
        EntryKind.Question or EntryKind.Unanswered => TableColumn.Question,
        EntryKind.Summary or EntryKind.Threshold => TableColumn.Answer,
        _ => TableColumn.Name,
    };

    private bool Continues(EntryRows entry, string[] cells) =>
        columns.IsExport && entry.Kind == cells[(int)TableColumn.Kind]
        && entry[TableColumn.Id] == cells[(int)TableColumn.Id];

    private void ReportNoStart(int number, string kind, string id)
    {
        var lead = TableHeader.GetName(GetLead(kind));
        diagnostics.Add(
            number,
            id.Length == 0 ? null : id,
            $"The row has no “{lead}”.",
            columns.IsExport
                ? $"Write it, or put the row below the one with the same id that has a “{lead}”."
                : "Write it, or delete the row.");
    }

    private string[] GetCells(TableRow row)
    {
        var cells = new string[TableHeader.Names.Count];
        for (var column = 0; column < cells.Length; column++)
        {
            var texts = columns.Columns[column].Select(i => row[i]).Where(t => t.Length > 0);
            cells[column] = string.Join('\n', texts);
        }

        if (!columns.IsExport) Translate(cells);
        return cells;
    }

    // Writes the cells of another file as an export has them.
    private static void Translate(string[] cells)
    {
        ref var kind = ref cells[(int)TableColumn.Kind];
        kind = kind.ToLowerInvariant();
        if (kind.Length == 0 || (kind == EntryKind.Question && cells[(int)TableColumn.Answer].Length == 0))
            kind = cells[(int)TableColumn.Answer].Length > 0 ? EntryKind.Question : EntryKind.Unanswered;
        Split(TableColumn.Evidence, "");
        Split(TableColumn.Phrasings, "|");
        Split(TableColumn.Topics, "|;,");
        Split(TableColumn.Related, "|;,");
        Split(TableColumn.Also, "|;");

        void Split(TableColumn column, string separators) =>
            cells[(int)column] = TableCells.Join(TableCells.Split(cells[(int)column], separators));
    }
}
