using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Benchmarks.Fitting;

/// <summary>A question whose right entries are known.</summary>
/// <param name="Text">The question.</param>
/// <param name="IsRight">Whether an entry answers it.</param>
/// <param name="IsAnswerable">Whether the article answers it.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Kind">Where it comes from.</param>
internal sealed record FitQuestion(
    string Text, Func<QuestionEntry, bool> IsRight, bool IsAnswerable, double Weight, FitKind Kind)
{
    private const int Folds = 5;

    /// <summary>
    /// The part that is left out when this question is judged; the same for the same text in every set.
    /// </summary>
    public int Fold
    {
        get
        {
            var hash = 2166136261u;
            foreach (var c in Text) hash = (hash ^ c) * 16777619u;
            return (int)(hash % Folds);
        }
    }

    /// <summary>How many parts there are.</summary>
    public static int FoldCount => Folds;
}
