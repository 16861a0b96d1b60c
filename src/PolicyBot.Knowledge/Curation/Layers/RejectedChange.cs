using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>A change that doesn't apply to a set, or no longer does.</summary>
/// <param name="Number">Its number in the server's history.</param>
/// <param name="Problems">
/// Why, at least one. The file of each is <c>change</c>, and its line is the number of the change.
/// </param>
public sealed record RejectedChange(int Number, IReadOnlyList<Diagnostic> Problems);
