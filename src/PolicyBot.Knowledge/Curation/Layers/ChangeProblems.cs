using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>Collects why a change doesn't apply.</summary>
/// <param name="number">The number of the change, which is the line of its problems.</param>
/// <param name="entry">The id that it names.</param>
internal sealed class ChangeProblems(int number, string entry)
{
    /// <summary>The file of the problems.</summary>
    public const string File = "change";

    /// <summary>Receives the problems that the reader of sets finds.</summary>
    public DiagnosticBag Diagnostics { get; } = new(File);

    public int Number { get; } = number;

    public string Entry { get; } = entry;

    public bool Any => !Diagnostics.IsEmpty;

    public void Add(string problem, string fix) => Diagnostics.Add(Number, Entry, problem, fix);
}
