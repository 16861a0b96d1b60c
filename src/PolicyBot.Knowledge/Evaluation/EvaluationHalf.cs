namespace PolicyBot.Knowledge.Evaluation;

/// <summary>The halves of an evaluation set.</summary>
public enum EvaluationHalf
{
    /// <summary>May be looked at, and thresholds chosen on it.</summary>
    Tuning,

    /// <summary>Is only ever counted.</summary>
    Held,
}
