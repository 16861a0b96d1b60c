using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>
/// Reads phrasings.txt: an entry's id, a tab and a phrasing on each line; lines that begin with # and blank lines are
/// skipped.
/// </summary>
/// <param name="diagnostics">Receives the errors.</param>
internal sealed class PhrasingsReader(DiagnosticBag diagnostics)
{
    private const string LineForm = "Write the entry's id, a tab and the phrasing, or begin a comment with “#”.";

    private readonly TextFieldReader _texts = new(diagnostics);
    private readonly Dictionary<string, string?> _nearest = new(StringComparer.Ordinal);

    /// <summary>Adds the phrasings to their entries.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="context">The context of the set, with its entries; null if they could not be read.</param>
    public void Read(string text, ReadingContext? context)
    {
        var entries = context?.Entries.GetAlternateLookup<ReadOnlySpan<char>>();
        EntryPhrasings? entry = null;
        ReadOnlySpan<char> last = [];
        var line = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            var content = text.AsSpan()[range];
            var start = content.TrimStart();
            if (start.IsEmpty || start[0] == '#') continue;
            var tab = content.IndexOf('\t');
            if (tab < 0)
            {
                ReportNoTab(content.Trim(), line, context);
                continue;
            }

            var id = content[..tab].Trim();
            // The phrasings of an entry usually follow each other.
            if (entry is null || !id.SequenceEqual(last))
            {
                last = id;
                var isKnown = entries?.TryGetValue(id, out entry) ?? true;
                if (!isKnown || id.IsEmpty) ReportUnknown(id.ToString(), line, context);
            }

            var phrasing = _texts.ReadPhrasing(content[(tab + 1)..], line, entry?.Id ?? id.ToString(), Limits.Phrasing);
            if (phrasing is null || entry is null) continue;
            context!.UniquePhrasings.Add(phrasing, line, entry.Fields, diagnostics);
            entry.Add(phrasing, line, isInKnowledge: false);
        }
    }

    // The likeliest mistake is a space instead of the tab, so the first word is tried as an id.
    private void ReportNoTab(ReadOnlySpan<char> line, int number, ReadingContext? context)
    {
        var space = line.IndexOf(' ');
        var first = (space < 0 ? line : line[..space]).ToString();
        var isEntry = context is not null && context.Entries.ContainsKey(first);
        diagnostics.Add(
            number,
            isEntry ? first : null,
            $"The line {DiagnosticText.Quote(line.ToString())} has no tab.",
            isEntry && space > 0 ? $"Write a tab after “{first}”." : LineForm);
    }

    private void ReportUnknown(string id, int line, ReadingContext? context)
    {
        if (id.Length == 0)
        {
            diagnostics.Add(line, null, "The line names no entry before its tab.", LineForm);
            return;
        }

        if (!_nearest.TryGetValue(id, out var nearest))
            _nearest[id] = nearest = NearestId.Find(id, context!.Entries.Keys);
        var advice = nearest is null
            ? "Remove the line."
            : $"Use the id of an entry of the set; the nearest is “{nearest}”.";
        diagnostics.Add(
            line, id.Length <= Limits.Id ? id : null, $"The entry {DiagnosticText.Quote(id)} is unknown.", advice);
    }
}
