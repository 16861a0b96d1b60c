using System.CommandLine;
using PolicyBot.Hosting;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Exchange;

namespace PolicyBot.CommandLine;

/// <summary><c>export FILE [--force]</c>: the set as a table or as a text for a web page.</summary>
internal static class ExportCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var file = new Argument<string>("file") { Description = "The file to write: .csv, .xlsx or .md." };
        file.Validators.Add(call =>
        {
            if (call.Tokens is [{ Value: var path }] && ExchangeFormats.Find(path) is null)
                call.AddError("The file's name must end with .csv, .xlsx or .md.");
        });
        var force = new Option<bool>("--force") { Description = "Replace the file if it exists." };
        var command = new Command("export", "Write the article's set to a CSV, XLSX or Markdown file.")
        {
            file, force,
        };
        command.SetAction(call =>
        {
            var path = call.GetValue(file)!;
            var format = ExchangeFormats.Find(path)!.Value;
            // A web page shows what members see; a table is for the people who check the set.
            var marked = format == ExchangeFormat.Markdown
                ? MarkedEntryHandling.Withheld
                : MarkedEntryHandling.Included;
            return line.UseFolderAsync(
                call, null, marked, folder => Task.FromResult(Run(folder, path, format, call.GetValue(force))));
        });
        return command;
    }

    private static int Run(CuratedFolder folder, string path, ExchangeFormat format, bool force)
    {
        var (set, terminal) = (folder.Set, folder.Terminal);
        if (set.Questions.Count + set.Unanswerable.Count == 0)
        {
            var fix = set.ReviewMarks.Count > 0
                ? "resolve the “review:” marks first, or export a .csv or .xlsx file"
                : "write its knowledge.yaml, or import a file";
            terminal.WriteErrorLine($"policybot: {set.Name} has no questions to export; {fix}.");
            return ExitCodes.BadData;
        }

        if (format != ExchangeFormat.Markdown && folder.FindWithheld() is { } withheld)
        {
            terminal.WriteErrorLine($"policybot: {withheld} Correct what check lists as “changed:”, then export.");
            return ExitCodes.BadData;
        }

        var full = Path.GetFullPath(path, folder.CurrentFolder);
        if (File.Exists(full) && !force)
        {
            terminal.WriteErrorLine($"policybot: {path} exists; choose another file, or add --force to replace it.");
            return ExitCodes.BadData;
        }

        using var content = new MemoryStream();
        SetExport.Write(set, format, content);
        try
        {
            OutputFile.Write(full, content.ToArray(), force);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.WriteErrorLine(
                $"policybot: {path} can't be written ({e.Message.TrimEnd('.')}); choose another file.");
            return ExitCodes.BadData;
        }

        terminal.Out.Write(
            $"Exported {set.Name} to {path}: {Counts.Format(set.Questions.Count, "question")}, "
            + $"{set.Unanswerable.Count} unanswered.\n");
        return ExitCodes.Success;
    }
}
