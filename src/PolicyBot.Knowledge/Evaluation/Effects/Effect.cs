using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Knowledge.Evaluation.Effects;

/// <summary>What a change of a set does to one question.</summary>
/// <param name="Source">Where the question is from.</param>
/// <param name="Kind">Whether that is good.</param>
/// <param name="Question">The question.</param>
/// <param name="Before">The answer before the change.</param>
/// <param name="After">The answer after it. The answers to a phrasing can't be explained.</param>
public sealed record Effect(EffectSource Source, EffectKind Kind, string Question, Answer Before, Answer After);
