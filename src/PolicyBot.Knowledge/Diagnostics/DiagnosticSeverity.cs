namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>The severity of a diagnostic.</summary>
public enum DiagnosticSeverity
{
    /// <summary>A set with an error is never served.</summary>
    Error,

    /// <summary>The set can be served, but could be better.</summary>
    Warning,
}
