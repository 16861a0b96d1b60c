using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>The result of reading a set.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The set is valid.</summary>
    /// <param name="Set">The set.</param>
    public sealed record Valid(KnowledgeSet Set) : ReadResult;

    /// <summary>The set has errors, and none of it is loaded.</summary>
    /// <param name="Diagnostics">All of them, by file and line; at least one.</param>
    public sealed record Invalid(IReadOnlyList<Diagnostic> Diagnostics) : ReadResult;
}
