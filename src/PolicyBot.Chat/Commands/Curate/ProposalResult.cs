using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>The result of trying a change. Closed: one of the two records inside.</summary>
internal abstract record ProposalResult
{
    private ProposalResult()
    {
    }

    /// <summary>It can be published.</summary>
    public sealed record Valid(Proposal Proposal) : ProposalResult;

    /// <summary>It doesn't apply to the set.</summary>
    public sealed record Invalid(IReadOnlyList<Diagnostic> Problems) : ProposalResult;
}
