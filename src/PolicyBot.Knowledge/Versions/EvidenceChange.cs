using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Versions;

/// <summary>Where two versions of an article have a piece of evidence, to the letter.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="OldParagraph">Its first paragraph in the old version, from 1; null if it is not there.</param>
/// <param name="NewParagraph">Its first paragraph in the new version, from 1; null if it is not there.</param>
public sealed record EvidenceChange(EvidenceText Evidence, int? OldParagraph, int? NewParagraph)
{
    /// <summary>What happened to it.</summary>
    public EvidenceState State => (OldParagraph, NewParagraph) switch
    {
        (_, null) => EvidenceState.Gone,
        (null, _) => EvidenceState.Added,
        var (old, current) => old == current ? EvidenceState.Unchanged : EvidenceState.Moved,
    };
}
