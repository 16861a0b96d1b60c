using System.Text;

namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>Keeps a list of diagnostics readable if one mistake occurs many times.</summary>
public static class DiagnosticList
{
    /// <summary>The maximum number of listed diagnostics of one kind.</summary>
    public const int MaxPerKind = 10;

    /// <summary>
    /// Keeps the first ten diagnostics of each kind; one more replaces the rest and gives their number. Two are of one
    /// kind if they are in the same file and differ only in quoted words and numbers.
    /// </summary>
    /// <param name="diagnostics">The diagnostics, by file and line.</param>
    /// <returns>The list, in the same order.</returns>
    public static IReadOnlyList<Diagnostic> Shorten(IEnumerable<Diagnostic> diagnostics)
    {
        var listed = new List<Diagnostic>();
        var kinds = new Dictionary<string, (int Count, int Last, int More)>(StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics)
        {
            var kind = GetKind(diagnostic);
            var (count, last, more) = kinds.GetValueOrDefault(kind);
            count++;
            if (count <= MaxPerKind) last = diagnostic.Line;
            if (count == MaxPerKind + 1) more = listed.Count;
            kinds[kind] = (count, last, more);
            if (count <= MaxPerKind + 1) listed.Add(diagnostic);
        }

        // An eleventh diagnostic that is the last of its kind is kept.
        foreach (var (count, last, more) in kinds.Values.Where(k => k.Count > MaxPerKind + 1))
        {
            listed[more] = listed[more] with
            {
                Entry = null,
                Problem = $"And {count - MaxPerKind} more like the one on line {last}.",
                Fix = "Fix the ones listed, then check again.",
            };
        }

        return listed;
    }

    private static string GetKind(Diagnostic diagnostic)
    {
        var problem = diagnostic.Problem;
        var (first, last) = (problem.IndexOf('“', StringComparison.Ordinal), problem.LastIndexOf('”'));
        var kind = new StringBuilder(diagnostic.File).Append('\n').Append(diagnostic.Severity).Append('\n');
        for (var at = 0; at < problem.Length; at++)
        {
            var isQuoted = first >= 0 && at >= first && at <= last;
            if (!isQuoted && !char.IsDigit(problem[at])) kind.Append(problem[at]);
        }

        return kind.ToString();
    }
}
