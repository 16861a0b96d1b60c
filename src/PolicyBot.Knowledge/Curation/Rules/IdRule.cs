using System.Buffers;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>The ids of one kind: small letters, digits and hyphens, at most 60, each once.</summary>
internal sealed class IdRule(DiagnosticBag diagnostics)
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>All ids seen.</summary>
    public IReadOnlyCollection<string> Ids => _lines.Keys;

    public bool Contains(string id) => _lines.ContainsKey(id);

    public void Add(string id, int line, string entry)
    {
        if (id.Length > Limits.Id || id.AsSpan().ContainsAnyExcept(Allowed))
            diagnostics.Add(
                line,
                entry,
                $"The id {DiagnosticText.Quote(id)} is not of small letters, digits and hyphens, at most {Limits.Id}.",
                "Write it so, as in “letter-date”.");
        if (!_lines.TryAdd(id, line))
        {
            diagnostics.Add(
                line,
                entry,
                $"The id {DiagnosticText.Quote(id)} is taken by the entry on line {_lines[id]}.",
                "Give one of the two another id.");
        }
    }
}
