namespace PolicyBot.Knowledge.Curation;

/// <summary>How sure the bot must be. The defaults come from the fit of the confidence models.</summary>
/// <param name="Answer">Confidence, 0 to 1, from which the best entry is given as the answer.</param>
/// <param name="Offer">
/// Confidence, 0 to <paramref name="Answer"/>, from which the best entry is shown as the closest, or two equally
/// close ones are offered.
/// </param>
public sealed record Thresholds(double Answer, double Offer);
