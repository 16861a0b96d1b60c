namespace PolicyBot.Knowledge.Answering;

/// <summary>An entry that was measured for a question.</summary>
/// <param name="Entry">Its number.</param>
/// <param name="Features">What was measured.</param>
/// <param name="Confidence">How likely it is the one that was asked for, 0 to 1.</param>
internal readonly record struct RankedEntry(int Entry, CandidateFeatures Features, double Confidence);
