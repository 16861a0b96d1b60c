namespace PolicyBot.Knowledge.Evaluation.Effects;

/// <summary>An effect and its size.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Size">The difference between the ranks of its outcomes; 0 if they can't be ranked.</param>
internal sealed record RankedEffect(Effect Effect, int Size)
{
    /// <summary>The place of its kind in a report.</summary>
    public int Order => Effect.Kind switch
    {
        EffectKind.Worse => 0,
        EffectKind.Changed => 1,
        _ => 2,
    };
}
