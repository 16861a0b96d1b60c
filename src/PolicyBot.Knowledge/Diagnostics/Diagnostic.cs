namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>An error or weakness in a set.</summary>
/// <param name="File">The path of the file, as given to the reader.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Entry">The entry's id or the part of the file, or null if it concerns the whole file.</param>
/// <param name="Problem">The problem, with the words concerned.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record Diagnostic(string File, int Line, string? Entry, string Problem, string Fix)
{
    /// <summary>The severity; a set with errors isn't served.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>Formats the diagnostic on one line.</summary>
    public override string ToString()
    {
        var kind = Severity == DiagnosticSeverity.Warning ? "warning: " : "";
        return $"{File}:{Line}: {kind}{(Entry is null ? "" : Entry + ": ")}{Problem} {Fix}";
    }
}
