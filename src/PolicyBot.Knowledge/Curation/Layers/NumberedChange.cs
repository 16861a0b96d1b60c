namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>A change with its number in the server's history.</summary>
/// <param name="Number">The number.</param>
/// <param name="Change">The change.</param>
public sealed record NumberedChange(int Number, SetChange Change);
