namespace PolicyBot.Knowledge.Evaluation;

/// <summary>A row of a report.</summary>
/// <param name="Name">What was counted; the same in every report.</param>
/// <param name="Rate">How often.</param>
public sealed record EvaluationRow(string Name, Rate Rate);
