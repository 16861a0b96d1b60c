using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>Something wrong or weak in a set.</summary>
/// <param name="File">The file, as it was named to the reader.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Entry">The entry's id or the part of the file, or null if it concerns the whole file.</param>
/// <param name="Problem">What is wrong, with the words it is about.</param>
/// <param name="Fix">What to do.</param>
public sealed record Diagnostic(string File, int Line, string? Entry, string Problem, string Fix)
{
    /// <summary>Whether it keeps the set from being served.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>The diagnostic in one line; a warning says that it is one.</summary>
    public override string ToString()
    {
        var kind = Severity == DiagnosticSeverity.Warning ? "warning: " : "";
        return $"{File}:{Line}: {kind}{(Entry is null ? "" : Entry + ": ")}{Problem} {Fix}";
    }
}
