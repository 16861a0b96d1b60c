using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>No phrasing is there twice, in one entry or in two: a question must lead to one entry.</summary>
/// <param name="expected">About how many phrasings there are, to save growing.</param>
internal sealed class PhrasingRule(int expected)
{
    private readonly Dictionary<string, (FieldReader Owner, DiagnosticBag File, int Line)> _seen =
        new(expected, StringComparer.Ordinal);

    /// <summary>Takes a phrasing in.</summary>
    /// <param name="phrasing">The phrasing.</param>
    /// <param name="line">Its line.</param>
    /// <param name="owner">The entry that it belongs to.</param>
    /// <param name="faults">The file that it is in.</param>
    public void Add(string phrasing, int line, FieldReader owner, DiagnosticBag faults)
    {
        var key = TextKey.Of(phrasing);
        if (key.Length == 0)
        {
            faults.Add(
                line,
                owner.Entry,
                $"The phrasing {DiagnosticText.Show(phrasing)} has no word.",
                "Write a question into it, or take it out.");
        }
        else if (!_seen.TryAdd(key, (owner, faults, line)))
        {
            var (other, file, first) = _seen[key];
            var where = other == owner ? "already in this entry" : $"also one of “{other.Entry}”";
            var place = file == faults ? $"on line {first}" : $"on line {first} of {file.File}";
            faults.Add(
                line,
                owner.Entry,
                $"The phrasing {DiagnosticText.Show(phrasing)} is {where}, {place}.",
                "Keep it in one place, and take it out of the other.");
        }
    }
}
