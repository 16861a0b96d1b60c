namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>How serious a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>A set that has one is never served.</summary>
    Error,

    /// <summary>The set can be served, but would answer better without it.</summary>
    Warning,
}
