using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>No phrasing occurs twice, in one entry or in two: a question must lead to one entry.</summary>
/// <param name="expected">The expected number of phrasings, to avoid resizing.</param>
internal sealed class UniquePhrasingRule(int expected)
{
    private readonly Dictionary<string, (EntryFields Owner, DiagnosticBag File, int Line)> _seen =
        new(expected, StringComparer.Ordinal);

    /// <summary>Adds a phrasing and reports a duplicate.</summary>
    /// <param name="phrasing">The phrasing.</param>
    /// <param name="line">Its line.</param>
    /// <param name="owner">The entry it belongs to.</param>
    /// <param name="diagnostics">The diagnostics of its file.</param>
    public void Add(string phrasing, int line, EntryFields owner, DiagnosticBag diagnostics)
    {
        var key = TextKey.Create(phrasing);
        if (key.Length == 0)
        {
            diagnostics.Add(
                line,
                owner.Entry,
                $"The phrasing {DiagnosticText.Quote(phrasing)} has no words.",
                "Write a question, or remove it.");
        }
        else if (!_seen.TryAdd(key, (owner, diagnostics, line)))
        {
            var (other, file, first) = _seen[key];
            var where = other == owner ? "already in this entry" : $"also one of “{other.Entry}”";
            var place = file == diagnostics ? $"on line {first}" : $"on line {first} of {file.File}";
            diagnostics.Add(
                line,
                owner.Entry,
                $"The phrasing {DiagnosticText.Quote(phrasing)} is {where}, {place}.",
                "Keep it in one place, and remove it from the other.");
        }
    }
}
