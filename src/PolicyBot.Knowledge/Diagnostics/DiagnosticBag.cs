namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>Collects the errors of one file.</summary>
internal sealed class DiagnosticBag(string file)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public string File { get; } = file;

    public bool IsEmpty => _diagnostics.Count == 0;

    /// <summary>The errors, in the order in which they were found.</summary>
    public IReadOnlyList<Diagnostic> All => _diagnostics;

    public void Add(int line, string? entry, string problem, string fix) =>
        _diagnostics.Add(new Diagnostic(File, Math.Max(line, 1), entry, problem, fix));

    /// <summary>Merges the errors of several files by file and line, stable; at most ten of one kind.</summary>
    public static IReadOnlyList<Diagnostic> Merge(params ReadOnlySpan<DiagnosticBag> bags)
    {
        var all = new List<Diagnostic>();
        foreach (var bag in bags) all.AddRange(bag._diagnostics);
        return DiagnosticList.Shorten(all.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line));
    }
}
