using System.CommandLine;
using System.Globalization;
using PolicyBot.ConsoleChat;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Versions;

namespace PolicyBot.CommandLine;

/// <summary><c>diff OLD NEW</c>: what happened to each piece of evidence between two versions of an article.</summary>
internal static class DiffCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var old = new Argument<string>("old")
        {
            Description = "The old version: an article's folder, or its article.md.",
        };
        var current = new Argument<string>("new")
        {
            Description =
                "The new version. The set is read from its folder, else from the old version's, else from --article.",
        };
        var command = new Command("diff", "Compare a set's evidence with a new version of its article.")
        {
            old, current,
        };
        command.SetAction(call => line.UseArticlesAsync(
            call,
            (folder, article, terminal) =>
                Run(folder.ReadVersions(call.GetValue(old)!, call.GetValue(current)!, article), terminal)));
        return command;
    }

    private static int Run((ReadResult Old, ReadResult Current) versions, Terminal terminal)
    {
        if (versions is not (ReadResult.Valid(var old), ReadResult.Valid(var set)))
        {
            Diagnostic[] problems = [.. GetProblems(versions.Old), .. GetProblems(versions.Current)];
            foreach (var problem in problems.Distinct()) terminal.WriteErrorLine(problem.ToString());
            return ExitCodes.BadData;
        }

        var changes = EvidenceComparer.Compare(set, old.Article, set.Article);
        // What needs work comes last, above the totals.
        foreach (var change in changes.OrderBy(c => c.State is not EvidenceState.Unchanged))
            terminal.Out.Write(Format(change) + "\n");
        var counts = Enum.GetValues<EvidenceState>()
            .Select(s => string.Create(
                CultureInfo.InvariantCulture,
                $"{s.ToString().ToLowerInvariant()}: {changes.Count(c => c.State == s)}"));
        terminal.Out.Write($"{set.Name}: {string.Join("; ", counts)}.\n");
        return ExitCodes.Success;
    }

    private static IReadOnlyList<Diagnostic> GetProblems(ReadResult read) =>
        read is ReadResult.Invalid(var problems) ? problems : [];

    private static string Format(EvidenceChange change)
    {
        var (location, entry, text, _) = change.Evidence;
        var state = change.State switch
        {
            EvidenceState.Unchanged => "unchanged",
            EvidenceState.Moved => string.Create(
                CultureInfo.InvariantCulture,
                $"moved from paragraph {change.OldParagraph} to {change.NewParagraph}"),
            EvidenceState.Added => "added",
            _ => "gone",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{location.File}:{location.Line}: {entry}: {state}: {text.ReplaceLineEndings(" ")}");
    }
}
