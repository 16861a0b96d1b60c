namespace PolicyBot.Knowledge.Answering;

/// <summary>One part of a score.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Value">How much it adds, in the unit of the whole.</param>
public sealed record ScorePart(string Name, double Value);
