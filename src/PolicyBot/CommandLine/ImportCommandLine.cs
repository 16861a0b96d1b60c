using System.CommandLine;
using PolicyBot.ConsoleChat;
using PolicyBot.Hosting;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Exchange;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>import FILE [--into FOLDER] [--question COL --answer COL …] [--force]</c>: a table of questions becomes the
/// article's set, marked for review.
/// </summary>
internal sealed class ImportCommandLine
{
    private const int MaxBytes = 20_000_000;

    private static readonly (TableColumn Column, string Holds)[] Mapped =
    [
        (TableColumn.Question, "the questions"),
        (TableColumn.Answer, "the answers"),
        (TableColumn.Phrasings, "other ways to ask, one per line or with | between; you can name several columns"),
        (TableColumn.Evidence, "the evidence, verbatim from the article"),
        (TableColumn.Topics, "the topics"),
        (TableColumn.Related, "the ids of related questions"),
        (TableColumn.Id, "the ids"),
    ];

    private readonly Argument<string> _file = new("file") { Description = "The .csv or .xlsx file." };
    private readonly Option<string?> _into = new("--into")
    {
        Description = "The article's folder (default: from --article or the settings).",
        HelpName = "folder",
    };
    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace the parts of the article's set that the file has; the others stay.",
    };
    private readonly List<(TableColumn Column, Option<string[]> Option)> _columns =
    [
        .. Mapped.Select(m => (m.Column, new Option<string[]>($"--{m.Column.ToString().ToLowerInvariant()}")
        {
            Description = $"The column, by its name or letter, with {m.Holds}.",
            HelpName = "column",
            Arity = m.Column == TableColumn.Phrasings ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne,
            AllowMultipleArgumentsPerToken = false,
        })),
    ];

    public static Command Create(BotCommandLine line)
    {
        var import = new ImportCommandLine();
        var command = new Command("import", "Read questions from a CSV or XLSX file into the article's set.")
        {
            import._file, import._into, import._force,
        };
        foreach (var (_, option) in import._columns) command.Add(option);
        import._file.Validators.Add(call =>
        {
            if (call.Tokens is [{ Value: var path }]
                && ExchangeFormats.Find(path) is not (ExchangeFormat.Csv or ExchangeFormat.Xlsx))
                call.AddError("The file's name must end with .csv or .xlsx.");
        });
        command.Validators.Add(call =>
        {
            if (call.GetValue(import._into) is null) return;
            if (line.NamesArticle(call)) call.AddError("--into and --article can't be combined.");
        });
        command.SetAction(call => line.UseFolderAsync(
            call,
            call.GetValue(import._into),
            MarkedEntryHandling.Included,
            folder => Task.FromResult(import.Run(call, folder))));
        return command;
    }

    private int Run(ParseResult call, CuratedFolder folder)
    {
        var (path, terminal) = (call.GetValue(_file)!, folder.Terminal);
        var isArticleOnly = !File.Exists(folder.KnowledgeFile);
        if (!isArticleOnly && !call.GetValue(_force))
        {
            terminal.WriteErrorLine(
                $"policybot: {folder.Shorten(folder.KnowledgeFile)} exists; add --force to replace the parts of it "
                + $"that {path} has, or choose another folder with --into.");
            return ExitCodes.BadData;
        }

        if (folder.FindWithheld() is { } withheld)
        {
            terminal.WriteErrorLine($"policybot: {withheld} Correct what check lists as “changed:”, then import.");
            return ExitCodes.BadData;
        }

        if (Read(Path.GetFullPath(path, folder.CurrentFolder), path, terminal) is not { } content)
            return ExitCodes.BadData;
        switch (SetImport.Read(path, content, GetMapping(call), folder.Set, isArticleOnly))
        {
            case ImportResult.Imported imported:
                return Write(imported, path, folder);
            case ImportResult.Invalid(var problems):
                foreach (var problem in problems) terminal.WriteErrorLine(problem.ToString());
                break;
        }

        return ExitCodes.BadData;
    }

    private ColumnMapping GetMapping(ParseResult call)
    {
        var mapping = new ColumnMapping();
        foreach (var (column, option) in _columns) mapping.Set(column, call.GetValue(option) ?? []);
        return mapping;
    }

    private static byte[]? Read(string full, string path, Terminal terminal)
    {
        try
        {
            if (new FileInfo(full).Length <= MaxBytes) return File.ReadAllBytes(full);
            terminal.WriteErrorLine($"policybot: {path} is larger than 20 MB; split it into several files.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.WriteErrorLine(
                $"policybot: {path} can't be read ({e.Message.TrimEnd('.')}); choose a .csv or .xlsx file.");
        }

        return null;
    }

    private static int Write(ImportResult.Imported imported, string path, CuratedFolder folder)
    {
        var terminal = folder.Terminal;
        List<(string, string)> files = [(SetFileNames.Knowledge, imported.Files.Knowledge)];
        if (imported.Files.Phrasings is { } phrasings) files.Add((SetFileNames.Phrasings, phrasings));
        try
        {
            // Without new phrasings.txt, the phrasings of the old one are in knowledge.yaml.
            ArticleFolderWriter.Write(
                folder.FullPath, files, imported.Files.Phrasings is null ? [SetFileNames.Phrasings] : []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.WriteErrorLine(
                $"policybot: {folder.Shorten(folder.FullPath)} can't be written ({e.Message.TrimEnd('.')}); "
                + "choose another folder with --into.");
            return ExitCodes.BadData;
        }

        var set = imported.Set;
        if (imported.Ignored.Count > 0)
            terminal.Out.Write($"Columns not imported: {string.Join(", ", imported.Ignored)}.\n");
        var article = Path.GetFileName(folder.FullPath);
        terminal.Out.Write(
            $"Imported {path} into {article}: {Counts.Format(set.Questions.Count, "question")}, "
            + $"{set.Unanswerable.Count} unanswered; {Counts.Format(set.ReviewMarks.Count, "mark")} to review.\n"
            + $"Next: check --article {folder.Shorten(folder.FullPath)}\n");
        return ExitCodes.Success;
    }
}
