using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Knowledge.Evaluation.Effects;

/// <summary>A question to compare.</summary>
/// <param name="Source">Where it is from.</param>
/// <param name="Text">The question.</param>
/// <param name="Right">
/// The ids of the entries that answer it; empty if the article doesn't answer it, null if nobody said.
/// </param>
internal sealed record AskedQuestion(EffectSource Source, string Text, IReadOnlyList<string>? Right)
{
    /// <summary>Compares two answers; null if a reader sees the same outcome.</summary>
    public RankedEffect? Compare(Answer before, Answer after)
    {
        var gain = Right is null ? 0 : OutcomeRank.Get(after, Right) - OutcomeRank.Get(before, Right);
        if (gain == 0 && OutcomeRank.AreSame(before, after)) return null;
        var kind = gain > 0 ? EffectKind.Better : gain < 0 ? EffectKind.Worse : EffectKind.Changed;
        return new RankedEffect(new Effect(Source, kind, Text, Detach(before), Detach(after)), Math.Abs(gain));
    }

    // An answer to a phrasing would keep the answerer that was trained without it.
    private Answer Detach(Answer answer) =>
        Source == EffectSource.Phrasing ? answer with { Explainer = null } : answer;
}
