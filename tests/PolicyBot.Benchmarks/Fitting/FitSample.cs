using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Benchmarks.Fitting;

/// <summary>An entry that was measured for a question.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Question">The question.</param>
/// <param name="Features">What was measured.</param>
/// <param name="Label">
/// Whether the entry is right; for an unanswerable one, whether the article does not answer.
/// </param>
/// <param name="Rank">Its rank, from 0.</param>
/// <param name="IsCovered">Whether any entry of the set is right.</param>
internal sealed record FitSample(
    string Set, FitQuestion Question, CandidateFeatures Features, bool Label, int Rank, bool IsCovered)
{
    private const double RunnerUpWeight = 0.5;

    /// <summary>How much it counts.</summary>
    public double Weight => Rank == 0 ? Question.Weight : Question.Weight * RunnerUpWeight;
}
