namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>The faults of one file, as they are found.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<Fault> faults = [];

    public bool IsEmpty => faults.Count == 0;

    public void Add(int line, string? entry, string problem, string mend) => faults.Add(new Fault(file, Math.Max(line, 1), entry, problem, mend));

    /// <summary>The faults of two files by file and line; those of one line as they were found.</summary>
    public static IReadOnlyList<Fault> InOrder(FaultList first, FaultList second) =>
        [.. first.faults.Concat(second.faults).OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];
}
