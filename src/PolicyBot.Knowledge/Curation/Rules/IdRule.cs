using System.Buffers;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Ids of one kind must be unique and have at most 60 lower-case letters, digits and hyphens.</summary>
internal sealed class IdRule(DiagnosticBag diagnostics)
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>All ids so far.</summary>
    public IReadOnlyCollection<string> Ids => _lines.Keys;

    public bool Contains(string id) => _lines.ContainsKey(id);

    public void Add(string id, int line, string entry)
    {
        if (FindProblem(id) is { } problem)
        {
            diagnostics.Add(
                line, entry, $"The id {DiagnosticText.Quote(id)} {problem}.", "Write it like “letter-date”.");
        }

        if (!_lines.TryAdd(id, line))
        {
            diagnostics.Add(
                line,
                entry,
                $"The id {DiagnosticText.Quote(id)} is already used by the entry on line {_lines[id]}.",
                "Give one of the two another id.");
        }
    }

    private static string? FindProblem(string id) =>
        id.AsSpan().ContainsAnyExcept(Allowed) ? "may contain only a to z, 0 to 9 and hyphens"
        : id.Length > Limits.Id ? $"is longer than {Limits.Id} characters"
        : null;
}
