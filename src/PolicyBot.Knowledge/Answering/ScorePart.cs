namespace PolicyBot.Knowledge.Answering;

/// <summary>One part of a score.</summary>
/// <param name="Name">Its name, in words.</param>
/// <param name="Value">How much it adds, in the unit of the score.</param>
public sealed record ScorePart(string Name, double Value)
{
    /// <summary>The name of the part that every score begins with.</summary>
    public const string StartingPoint = "starting point";
}
