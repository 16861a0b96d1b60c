namespace PolicyBot.Knowledge.Curation;

/// <summary>How sure the bot must be. Chosen on the tuning half of a set's evaluation questions, or by leaving entries and phrasings out.</summary>
/// <param name="Answer">Confidence, 0 to 1, from which the best entry is given as the answer.</param>
/// <param name="Offer">Confidence, 0 to <paramref name="Answer"/>, from which the best entries are offered to choose from.</param>
public sealed record Thresholds(double Answer, double Offer);
