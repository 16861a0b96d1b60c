namespace PolicyBot.Knowledge.Evaluation;

/// <summary>A row of a report.</summary>
/// <param name="Name">The name of what was counted; the same in every report.</param>
/// <param name="Rate">The rate.</param>
public sealed record EvaluationRow(string Name, Rate Rate);
