namespace PolicyBot.Knowledge.Evaluation;

/// <summary>The halves of an evaluation set.</summary>
public enum EvaluationHalf
{
    /// <summary>Questions that may be looked at, and on which thresholds are chosen.</summary>
    Tuning,

    /// <summary>Questions that are only counted, never looked at.</summary>
    Held,
}
