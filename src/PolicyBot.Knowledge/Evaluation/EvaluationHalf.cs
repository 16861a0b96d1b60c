namespace PolicyBot.Knowledge.Evaluation;

/// <summary>The halves of an evaluation set.</summary>
public enum EvaluationHalf
{
    /// <summary>May be looked at, and thresholds are chosen on it.</summary>
    Tuning,

    /// <summary>Is only counted, never looked at.</summary>
    Held,
}
