using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>Creates warnings.</summary>
internal static class Warning
{
    public static Diagnostic Create(Location location, string? entry, string problem, string fix) =>
        new(location.File, location.Line, entry, problem, fix) { Severity = DiagnosticSeverity.Warning };
}
