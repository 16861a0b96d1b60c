namespace PolicyBot.Knowledge.Articles;

/// <summary>A correction that the publication made.</summary>
/// <param name="Date">Its date.</param>
/// <param name="Text">What was corrected, in one line.</param>
public sealed record Correction(DateOnly Date, string Text);
