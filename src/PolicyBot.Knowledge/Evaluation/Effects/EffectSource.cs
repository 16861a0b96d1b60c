namespace PolicyBot.Knowledge.Evaluation.Effects;

/// <summary>Where a question comes from.</summary>
public enum EffectSource
{
    /// <summary>The article's evaluation questions.</summary>
    Evaluation,

    /// <summary>The set's own phrasings, each asked as if the set didn't have it.</summary>
    Phrasing,

    /// <summary>What members of a server asked.</summary>
    Stored,
}
