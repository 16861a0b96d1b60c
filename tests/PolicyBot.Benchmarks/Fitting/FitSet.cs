using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Benchmarks.Fitting;

/// <summary>A curated set with the questions that the model is fitted on.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Set">The set.</param>
/// <param name="Questions">The questions.</param>
internal sealed record FitSet(string Name, KnowledgeSet Set, IReadOnlyList<FitQuestion> Questions);
