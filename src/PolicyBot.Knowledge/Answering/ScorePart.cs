namespace PolicyBot.Knowledge.Answering;

/// <summary>A part of a score.</summary>
/// <param name="Name">Its name in plain words.</param>
/// <param name="Value">How much it adds, in the unit of the score.</param>
public sealed record ScorePart(string Name, double Value)
{
    /// <summary>The name of the part common to all scores.</summary>
    public const string StartingPoint = "starting point";
}
