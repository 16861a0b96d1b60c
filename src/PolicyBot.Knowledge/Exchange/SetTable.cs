using System.Globalization;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Writing;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>
/// Writes a set as the rows of a table: a row for each entry, and one more for each further sentence of an answer and
/// for lists that are too long for a cell. A server's own questions are no part of it.
/// </summary>
internal static class SetTable
{
    // An apostrophe may come before a cell's text.
    private const int MaxCell = TableCells.MaxLength - 1;

    /// <summary>Creates the rows of all entries, with their checksums.</summary>
    /// <param name="set">The set, with its marked parts.</param>
    public static IReadOnlyList<EntryRows> Create(KnowledgeSet set)
    {
        List<EntryRows> all =
        [
            .. set.Questions.Where(q => q.Source is null).Select(CreateQuestion),
            .. set.Unanswerable.Select(CreateUnanswerable),
            .. set.People.Select(p =>
                CreateNamed(EntryKind.Person, p.Id, p.Name, p.Role, p.Evidence, p.Also, p.Review)),
            .. set.Organisations.Select(o =>
                CreateNamed(EntryKind.Organisation, o.Id, o.Name, o.Role, o.Evidence, o.Also, o.Review)),
            .. set.Synonyms.Select(s => CreateTerms(EntryKind.Synonym, s.Word, s.Also, s.Review)),
            .. set.Absent.Select(a => CreateTerms(EntryKind.Absent, a.Kind, a.Names, a.Review)),
            .. set.Quotes.Select(q => CreateQuote(set.Article, q)),
            .. CreateSummary(set.Summary),
            .. CreateThresholds(set.Thresholds),
        ];
        foreach (var entry in all) entry[TableColumn.Checksum] = entry.ComputeChecksum();
        return all;
    }

    /// <summary>Creates the rows of a summary, without checksums.</summary>
    public static IEnumerable<EntryRows> CreateSummary(Summary summary) =>
    [
        CreateSentence("line", summary.Line),
        .. summary.Short.Select(s => CreateSentence("short", s)),
        .. summary.Points.Select(s => CreateSentence("points", s)),
    ];

    private static EntryRows CreateQuestion(QuestionEntry entry)
    {
        var rows = Create(EntryKind.Question, entry.Id, entry.Review);
        rows[TableColumn.Question] = entry.Question;
        AddStatements(rows, entry.Answer);
        AddList(rows, TableColumn.Phrasings, entry.Phrasings);
        AddList(rows, TableColumn.Topics, entry.Topics);
        AddList(rows, TableColumn.Related, entry.Related);
        return rows;
    }

    private static EntryRows CreateUnanswerable(UnanswerableEntry entry)
    {
        var rows = Create(EntryKind.Unanswered, entry.Id, entry.Review);
        rows[TableColumn.Question] = entry.Question;
        AddList(rows, TableColumn.Evidence, [entry.Nearest.Text]);
        AddList(rows, TableColumn.Phrasings, entry.Phrasings);
        return rows;
    }

    private static EntryRows CreateNamed(
        string kind,
        string id,
        string name,
        string role,
        Passage evidence,
        IReadOnlyList<string> also,
        string? review)
    {
        var rows = Create(kind, id, review);
        rows[TableColumn.Name] = name;
        rows[TableColumn.Role] = role;
        AddList(rows, TableColumn.Evidence, [evidence.Text]);
        AddList(rows, TableColumn.Also, also);
        return rows;
    }

    private static EntryRows CreateTerms(string kind, string name, IReadOnlyList<string> also, string? review)
    {
        var rows = Create(kind, "", review);
        rows[TableColumn.Name] = name;
        AddList(rows, TableColumn.Also, also);
        return rows;
    }

    private static EntryRows CreateQuote(Article article, Quote quote)
    {
        var rows = Create(EntryKind.Quote, quote.Id, quote.Review);
        rows[TableColumn.Name] = quote.Speaker;
        rows[TableColumn.Context] = QuoteContext.Find(article, quote.Passage) ?? "";
        AddList(rows, TableColumn.Evidence, [quote.Passage.Text]);
        AddList(rows, TableColumn.Topics, quote.Topics);
        return rows;
    }

    private static EntryRows CreateSentence(string length, Statement statement)
    {
        var rows = Create(EntryKind.Summary, length, null);
        AddStatements(rows, [statement]);
        return rows;
    }

    private static IEnumerable<EntryRows> CreateThresholds(Thresholds? thresholds)
    {
        if (thresholds is null) yield break;
        yield return CreateThreshold("answer", thresholds.Answer);
        yield return CreateThreshold("offer", thresholds.Offer);
    }

    private static EntryRows CreateThreshold(string id, double number)
    {
        var rows = Create(EntryKind.Threshold, id, null);
        rows[TableColumn.Answer] = number.ToString("R", CultureInfo.InvariantCulture);
        return rows;
    }

    private static EntryRows Create(string kind, string id, string? review)
    {
        var rows = new EntryRows();
        AddRow(rows, kind, id);
        rows[TableColumn.Review] = review ?? "";
        return rows;
    }

    private static string[] AddRow(EntryRows rows, string kind, string id)
    {
        var row = rows.Add(0);
        row[(int)TableColumn.Kind] = kind;
        row[(int)TableColumn.Id] = id;
        return row;
    }

    private static void AddStatements(EntryRows rows, IReadOnlyList<Statement> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            var cells = Chunk(statement.Evidence.Select(e => e.Text));
            for (var part = 0; part < cells.Count; part++)
            {
                var row = i + part == 0 ? rows.Rows[0] : AddRow(rows, rows.Kind, rows[TableColumn.Id]);
                row[(int)TableColumn.Evidence] = cells[part];
                if (part > 0) continue;
                row[(int)TableColumn.Answer] = statement.Text;
                row[(int)TableColumn.AnswerReview] = statement.Review ?? "";
            }
        }
    }

    private static void AddList(EntryRows rows, TableColumn column, IReadOnlyList<string> texts)
    {
        var cells = Chunk(texts);
        for (var i = 0; i < cells.Count; i++)
        {
            var row = i < rows.Rows.Count ? rows.Rows[i] : AddRow(rows, rows.Kind, rows[TableColumn.Id]);
            row[(int)column] = cells[i];
        }
    }

    // Joins texts into cells of at most the length that a spreadsheet allows.
    private static List<string> Chunk(IEnumerable<string> texts)
    {
        var cells = new List<string>();
        var cell = new List<string>();
        var length = 0;
        foreach (var text in texts)
        {
            var size = TableCells.Join([text]).Length + 1;
            if (cell.Count > 0 && length + size > MaxCell)
            {
                cells.Add(TableCells.Join(cell));
                cell.Clear();
                length = 0;
            }

            cell.Add(text);
            length += size;
        }

        if (cell.Count > 0) cells.Add(TableCells.Join(cell));
        return cells;
    }
}
