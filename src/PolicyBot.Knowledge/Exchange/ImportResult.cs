using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Writing;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>The result of importing a file.</summary>
public abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <summary>The file was read.</summary>
    /// <param name="Set">The set, with its marked parts.</param>
    /// <param name="Files">The texts of the set's files.</param>
    /// <param name="Ignored">The columns that nothing was read from.</param>
    public sealed record Imported(KnowledgeSet Set, SetFiles Files, IReadOnlyList<string> Ignored) : ImportResult;

    /// <summary>The file has errors, and nothing of it is used.</summary>
    /// <param name="Diagnostics">All of them, by row; at least one.</param>
    public sealed record Invalid(IReadOnlyList<Diagnostic> Diagnostics) : ImportResult;
}
