namespace PolicyBot.Knowledge.Curation;

/// <summary>The confidence that the bot requires. The defaults were fitted with the confidence models.</summary>
/// <param name="Answer">Confidence, 0 to 1, from which the best entry is the answer.</param>
/// <param name="Offer">
/// Confidence, 0 to <paramref name="Answer"/>, from which the best entry is shown as the closest, or two equally close
/// ones are offered.
/// </param>
public sealed record Thresholds(double Answer, double Offer);
