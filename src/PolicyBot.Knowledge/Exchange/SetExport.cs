using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Exports a set.</summary>
public static class SetExport
{
    /// <summary>Writes a set as a table that <see cref="SetImport"/> reads, or as a text.</summary>
    /// <param name="set">The set; for a table with its marked parts, for a web page without.</param>
    /// <param name="format">The format.</param>
    /// <param name="stream">Receives the file; stays open.</param>
    public static void Write(KnowledgeSet set, ExchangeFormat format, Stream stream)
    {
        switch (format)
        {
            case ExchangeFormat.Csv:
                CsvTable.Write(GetRows(set), stream);
                break;
            case ExchangeFormat.Xlsx:
                XlsxWriter.Write(GetRows(set), stream);
                break;
            default:
                using (var text = new StreamWriter(stream, leaveOpen: true)) text.Write(SetMarkdown.Create(set));
                break;
        }
    }

    private static IEnumerable<IReadOnlyList<string>> GetRows(KnowledgeSet set) =>
        [TableHeader.Names, .. SetTable.Create(set).SelectMany(e => e.Rows)];
}
