using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>What came of reading a set: all of it, or its diagnostics.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The set is sound.</summary>
    /// <param name="Set">The set.</param>
    public sealed record Valid(KnowledgeSet Set) : ReadResult;

    /// <summary>The set has diagnostics, and nothing of it is loaded.</summary>
    /// <param name="Diagnostics">All of them, by file and line; at least one.</param>
    public sealed record Invalid(IReadOnlyList<Diagnostic> Diagnostics) : ReadResult;
}
