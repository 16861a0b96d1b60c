using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Curation.Writing;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>
/// Imports a table of questions, or an exported set. What nobody has checked since an export is marked with
/// <c>review:</c>, and missing evidence is proposed.
/// </summary>
public sealed class SetImport
{
    private const string DefaultTopic = "imported";
    private const string ProposedEvidence = "its evidence is proposed";

    private readonly string _file;
    private readonly Article _article;
    private readonly DiagnosticBag _diagnostics;
    private readonly EvidenceNameRule _names = new();
    private readonly EntryIds _ids = new();
    private EvidenceProposer? _proposer;

    private SetImport(string file, Article article)
    {
        // The name is part of texts, in which the set allows no invisible character.
        var name = Path.GetFileName(file);
        (_file, _article, _diagnostics) =
            (InvisibleCharacters.Find(name) is null ? name : "a file", article, new DiagnosticBag(file));
    }

    /// <summary>Imports a file into an article's set.</summary>
    /// <param name="path">The path shown in diagnostics; its extension names the format.</param>
    /// <param name="file">The file's content.</param>
    /// <param name="mapping">The columns that a person named.</param>
    /// <param name="set">
    /// The article with its set, including marked parts. The parts that the file has are replaced, the others kept.
    /// </param>
    /// <param name="isArticleOnly">Whether the article has no set yet.</param>
    public static ImportResult Read(
        string path, byte[] file, ColumnMapping mapping, KnowledgeSet set, bool isArticleOnly) =>
        new SetImport(path, set.Article).Read(ExchangeFormats.Find(path), file, mapping, set, isArticleOnly);

    private ImportResult Read(
        ExchangeFormat? format, byte[] file, ColumnMapping mapping, KnowledgeSet set, bool isArticleOnly)
    {
        var table = format switch
        {
            ExchangeFormat.Csv => CsvTable.Read(file, _diagnostics),
            ExchangeFormat.Xlsx => new XlsxReader(_diagnostics).Read(file),
            _ => ReportFormat(),
        };
        if (table is null || ColumnFinder.Find(table, mapping, _diagnostics) is not { } columns) return GetErrors();
        var entries = new EntryReader(table, columns, _diagnostics).Read();
        if (!_diagnostics.IsEmpty) return GetErrors();
        var all = Join(entries, set, isArticleOnly);
        Prepare(all, columns.IsExport);
        if (!_diagnostics.IsEmpty) return GetErrors();
        var context = new ReadingContext(
            set.Article, [], _diagnostics, new SetLocations("", _diagnostics.File, ""), all.Count * 8);
        var imported = SetReader.Read(set.Name, SetNodes.Create(all), context);
        if (imported is null || !_diagnostics.IsEmpty) return GetErrors();
        return new ImportResult.Imported(
            imported,
            KnowledgeWriter.Write(imported, $"Imported from {_file}. Check what is marked with “review”."),
            columns.Ignored);
    }

    private Table? ReportFormat()
    {
        _diagnostics.Add(1, null, "The file is neither .csv nor .xlsx.", "Save it in one of these formats.");
        return null;
    }

    private ImportResult.Invalid GetErrors() => new(DiagnosticBag.Merge(_diagnostics));

    // The entries of the file, and those of the parts that it doesn't have.
    private List<EntryRows> Join(IReadOnlyList<EntryRows> entries, KnowledgeSet set, bool isArticleOnly)
    {
        var parts = entries.Select(e => EntryKind.GetPart(e.Kind)).ToHashSet(StringComparer.Ordinal);
        IEnumerable<EntryRows> kept = isArticleOnly
            ? SetTable.CreateSummary(ProposeSummary(set.Article))
            : SetTable.Create(set);
        if (isArticleOnly && !parts.Contains(EntryKind.Question))
            _diagnostics.Add(1, null, "The file has no questions.", "Add at least one row with a question.");
        return [.. entries, .. kept.Where(e => !parts.Contains(EntryKind.GetPart(e.Kind)))];
    }

    // Leading sentences that are short enough.
    private static Summary ProposeSummary(Article article)
    {
        var own = ArticleOnlySet.CreateSummary(article);
        List<Statement> all = [own.Line, .. own.Short, .. own.Points, CreateTitle()];
        var shortSentences = own.Short.Where(s => s.Text.Length <= Limits.SummaryPoint).ToList();
        var points = own.Points.Where(s => s.Text.Length <= Limits.SummaryPoint).ToList();
        return new Summary(
            Mark(all.First(s => s.Text.Length <= Limits.SummaryLine)),
            [.. shortSentences.DefaultIfEmpty(CreateTitle()).Select(Mark)],
            [.. points.DefaultIfEmpty(CreateTitle()).Select(Mark)]);

        Statement CreateTitle() => new(article.Paragraphs[0].Text, [article.Paragraphs[0]]);

        static Statement Mark(Statement statement) => statement with { Review = "Is that the summary?" };
    }

    private void Prepare(IReadOnlyList<EntryRows> entries, bool isExport)
    {
        CheckRequired(entries);
        foreach (var entry in entries)
        {
            if (entry.Kind is EntryKind.Person or EntryKind.Organisation) _names.Add(entry[TableColumn.Name]);
            if (entry.Kind is EntryKind.Person or EntryKind.Organisation or EntryKind.Absent)
            {
                foreach (var name in entry.GetList(TableColumn.Also)) _names.AddIfOneWord(name);
            }

            if (!isExport && entry.Number > 0)
            {
                entry[TableColumn.Id] = EntryIds.Format(entry[TableColumn.Id]);
                entry[TableColumn.Related] =
                    TableCells.Join(entry.GetList(TableColumn.Related).Select(EntryIds.Format));
            }

            if (entry[TableColumn.Id].Length > 0) _ids.Add(entry[TableColumn.Id]);
        }

        foreach (var entry in entries.Where(e => e.Number > 0)) Prepare(entry, isExport);
    }

    private void CheckRequired(IReadOnlyList<EntryRows> entries)
    {
        foreach (var entry in entries)
        {
            TableColumn[] required = entry.Kind switch
            {
                EntryKind.Question => [TableColumn.Answer],
                EntryKind.Person or EntryKind.Organisation =>
                    [TableColumn.Id, TableColumn.Role, TableColumn.Evidence],
                EntryKind.Synonym or EntryKind.Absent => [TableColumn.Also],
                EntryKind.Quote => [TableColumn.Id, TableColumn.Evidence, TableColumn.Topics],
                EntryKind.Summary => [TableColumn.Id, TableColumn.Evidence],
                EntryKind.Threshold => [TableColumn.Id],
                _ => [],
            };
            foreach (var column in required.Where(c => entry[c].Length == 0))
            {
                _diagnostics.Add(
                    entry.Number,
                    GetLabel(entry),
                    $"The cell “{TableHeader.GetName(column)}” is empty.",
                    "Fill it in, or delete the row.");
            }
        }
    }

    private static string? GetLabel(EntryRows entry) => entry[TableColumn.Id] is { Length: > 0 } id ? id : null;

    private void Prepare(EntryRows entry, bool isExport)
    {
        var isChecked = isExport && entry[TableColumn.Checksum] == entry.ComputeChecksum();
        var notes = new List<string>();
        if (entry.Kind is EntryKind.Question or EntryKind.Unanswered)
        {
            if (entry.Kind == EntryKind.Unanswered && !isExport) notes.Add("it has no answer");
            if (entry[TableColumn.Id].Length == 0)
                entry[TableColumn.Id] = _ids.Create(entry[TableColumn.Question], $"row-{entry.Number}");
            if (entry.Kind == EntryKind.Question && entry[TableColumn.Topics].Length == 0)
                entry[TableColumn.Topics] = DefaultTopic;
            if (ProposeEvidence(entry, isExport)) notes.Add(ProposedEvidence);
        }

        if (entry.Kind == EntryKind.Threshold || (isChecked && notes.Count == 0)) return;
        // What an export marked keeps its own reason.
        var column = entry.Kind == EntryKind.Summary ? TableColumn.AnswerReview : TableColumn.Review;
        if (entry[column].Length > 0) return;
        var origin = isExport ? "Changed in" : "Imported from";
        entry[column] = string.Join("; ", [$"{origin} {DiagnosticText.Quote(_file)}, row {entry.Number}", .. notes]);
    }

    // Returns whether something was proposed.
    private bool ProposeEvidence(EntryRows entry, bool isExport)
    {
        _proposer ??= new EvidenceProposer(_article, _names);
        var question = entry[TableColumn.Question];
        if (!isExport && entry.Kind == EntryKind.Question && entry[TableColumn.Evidence].Length == 0)
            SplitAnswer(entry);
        var isProposed = false;
        for (var first = 0; first < entry.Rows.Count;)
        {
            var end = first + 1;
            while (end < entry.Rows.Count && entry.Rows[end][(int)TableColumn.Answer].Length == 0) end++;
            isProposed |= ProposeEvidence(entry, first, end, question);
            first = end;
        }

        return isProposed;
    }

    private bool ProposeEvidence(EntryRows entry, int first, int end, string question)
    {
        var answer = entry.Rows[first][(int)TableColumn.Answer];
        var given = new List<string>();
        for (var row = first; row < end; row++)
            given.AddRange(TableCells.Split(entry.Rows[row][(int)TableColumn.Evidence]));
        var isProposed = given.Count == 0 || given.Exists(e => !_proposer!.IsVerbatim(e));
        if (isProposed)
        {
            var found = given.Select(e => _proposer!.IsVerbatim(e) ? e : _proposer.FindVerbatim(e)).ToList();
            IReadOnlyList<string> proposed = found.Count > 0 && found.TrueForAll(e => e is not null)
                ? [.. found.OfType<string>()]
                : _proposer!.Propose(question, answer);
            if (entry.Kind == EntryKind.Unanswered) proposed = [proposed[0]];
            entry.Rows[first][(int)TableColumn.Evidence] = TableCells.Join(proposed);
            for (var row = first + 1; row < end; row++) entry.Rows[row][(int)TableColumn.Evidence] = "";
            given = [.. proposed];
        }

        ref var review = ref entry.Rows[first][(int)TableColumn.AnswerReview];
        if (entry.Kind == EntryKind.Question && review.Length == 0
            && _proposer!.FindMissingNames(answer, given) is { Count: > 0 } missing)
        {
            const int MaxNames = 5;
            review = $"Its evidence doesn't say {DiagnosticText.QuoteAll(missing.Take(MaxNames))}";
            return true;
        }

        return isProposed;
    }

    // A whole answer becomes a row for each sentence, so that each gets its own evidence.
    private static void SplitAnswer(EntryRows entry)
    {
        var answer = entry[TableColumn.Answer];
        var lines = answer.Split(
            '\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var sentences = lines.SelectMany(l => SentenceSplitter.SplitSentences([new Passage(l, new(0, l.Length))]))
            .Select(s => s.Text).ToList();
        entry[TableColumn.Answer] = sentences[0];
        foreach (var sentence in sentences.Skip(1))
        {
            var row = entry.Add(entry.Number);
            row[(int)TableColumn.Kind] = entry.Kind;
            row[(int)TableColumn.Id] = entry[TableColumn.Id];
            row[(int)TableColumn.Answer] = sentence;
        }
    }
}
