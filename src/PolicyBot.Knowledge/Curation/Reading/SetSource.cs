using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>The texts of a set, with the diagnostics that receive their errors.</summary>
/// <param name="Knowledge">knowledge.yaml.</param>
/// <param name="Diagnostics">Its errors.</param>
/// <param name="Phrasings">phrasings.txt, or null if there is none.</param>
/// <param name="PhrasingDiagnostics">Its errors.</param>
internal readonly record struct SetSource(
    string Knowledge, DiagnosticBag Diagnostics, string? Phrasings, DiagnosticBag PhrasingDiagnostics);
