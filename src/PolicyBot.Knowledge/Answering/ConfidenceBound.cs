namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// The highest confidence that a model can give an entry of which only the score and its lead are known. It is taken
/// from each tree's highest leaf that can be reached, so no entry's confidence is above it.
/// </summary>
internal sealed class ConfidenceBound
{
    // Math.Exp may round differently for close values.
    private const double Margin = 1e-9;

    private readonly float[] _scores;
    private readonly float[] _leads;
    private readonly double[] _bounds;

    /// <summary>Calculates the bounds between all thresholds of the trees.</summary>
    /// <param name="bias">The log-odds before any tree.</param>
    /// <param name="trees">The trees.</param>
    public ConfidenceBound(double bias, IReadOnlyList<DecisionTree> trees)
    {
        (_scores, _leads) = (GetLimits(Feature.Score), GetLimits(Feature.ScoreLead));
        _bounds = new double[_scores.Length * _leads.Length];
        for (var score = 0; score < _scores.Length; score++)
        {
            for (var lead = 0; lead < _leads.Length; lead++)
            {
                var sum = bias;
                foreach (var tree in trees) sum += tree.GetHighest(_scores[score], _leads[lead]);
                _bounds[(score * _leads.Length) + lead] = (1 / (1 + Math.Exp(-sum))) + Margin;
            }
        }

        float[] GetLimits(Feature feature) =>
        [
            .. trees.SelectMany(t => t.GetThresholds(feature)).Distinct().Order(), float.PositiveInfinity,
        ];
    }

    /// <summary>Gets the bound for entries whose score and lead are at most these.</summary>
    public double Get(float score, float lead) =>
        _bounds[(FindLimit(_scores, score) * _leads.Length) + FindLimit(_leads, lead)];

    // The first limit that is not below the value.
    private static int FindLimit(float[] limits, float value)
    {
        var at = Array.BinarySearch(limits, value);
        return at < 0 ? ~at : at;
    }
}
