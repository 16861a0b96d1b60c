namespace PolicyBot.Knowledge.Answering;

/// <summary>An entry measured for a question.</summary>
/// <param name="Entry">The index of the entry.</param>
/// <param name="Features">The measured features.</param>
/// <param name="Confidence">How likely it is the entry asked for, 0 to 1.</param>
internal readonly record struct RankedEntry(int Entry, CandidateFeatures Features, double Confidence);
