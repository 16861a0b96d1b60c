namespace PolicyBot.Knowledge.Evaluation.Effects;

/// <summary>Whether an effect is good.</summary>
public enum EffectKind
{
    /// <summary>The right answer is easier to see, or a wrong one is gone.</summary>
    Better,

    /// <summary>The right answer is harder to see, or a wrong one appeared.</summary>
    Worse,

    /// <summary>The outcome is another; nobody said which is right, or neither is better.</summary>
    Changed,
}
