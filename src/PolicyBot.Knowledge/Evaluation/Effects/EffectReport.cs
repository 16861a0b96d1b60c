namespace PolicyBot.Knowledge.Evaluation.Effects;

/// <summary>What a change of a set does to questions.</summary>
/// <param name="Asked">The number of questions that were asked before and after.</param>
/// <param name="Effects">
/// Those with another outcome: first what got worse, then what changed, then what got better, each with the largest
/// differences first, then by text.
/// </param>
public sealed record EffectReport(int Asked, IReadOnlyList<Effect> Effects)
{
    /// <summary>Counts the effects of a kind.</summary>
    public int Count(EffectKind kind) => Effects.Count(e => e.Kind == kind);
}
