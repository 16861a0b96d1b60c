namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// The highest confidence that a model can give an entry of which only some features are known. It is taken from each
/// tree's highest leaf that can be reached, so no entry's confidence is above it.
/// </summary>
internal sealed class ConfidenceBound
{
    // Math.Exp may round differently for close values.
    private const double Margin = 1e-9;

    // Longer questions have no bound by their words.
    private const int MaxWords = 24;

    private readonly double _bias;
    private readonly IReadOnlyList<DecisionTree> _trees;
    private readonly float[] _scores;
    private readonly float[] _leads;
    private readonly double[] _byScore;
    private readonly double[] _byWords = new double[(MaxWords + 1) * (MaxWords + 1)];

    /// <summary>Calculates the bounds between all thresholds of the trees.</summary>
    /// <param name="bias">The log-odds before any tree.</param>
    /// <param name="trees">The trees.</param>
    public ConfidenceBound(double bias, IReadOnlyList<DecisionTree> trees)
    {
        (_bias, _trees) = (bias, trees);
        (_scores, _leads) = (GetLimits(Feature.Score), GetLimits(Feature.ScoreLead));
        _byScore = new double[_scores.Length * _leads.Length];
        for (var score = 0; score < _scores.Length; score++)
        {
            for (var lead = 0; lead < _leads.Length; lead++)
            {
                _byScore[(score * _leads.Length) + lead] = Calculate(
                    (Feature.Score, float.NegativeInfinity, _scores[score]),
                    (Feature.ScoreLead, float.NegativeInfinity, _leads[lead]));
            }
        }

        for (var foreign = 0; foreign <= MaxWords; foreign++)
        {
            var highest = 0.0;
            for (var content = foreign; content <= MaxWords; content++)
            {
                highest = Math.Max(highest, Calculate(
                    (Feature.ContentWords, content, content),
                    (Feature.UnknownWords, foreign, content),
                    (Feature.ForeignWords, foreign, content),
                    (Feature.ForeignShare, (float)foreign / Math.Max(1, content), 1),
                    (Feature.MatchedWords, 0, content - foreign)));
                _byWords[(content * (MaxWords + 1)) + foreign] = highest;
            }
        }
    }

    /// <summary>Gets the bound for entries whose score and lead are at most these.</summary>
    public double GetByScore(float score, float lead) =>
        _byScore[(FindLimit(_scores, score) * _leads.Length) + FindLimit(_leads, lead)];

    /// <summary>
    /// Gets the bound for questions of at most this many content words, of which at least <paramref name="foreign"/>
    /// are unknown and used by no entry.
    /// </summary>
    public double GetByWords(int content, int foreign) =>
        content > MaxWords ? 1 : _byWords[(content * (MaxWords + 1)) + foreign];

    // The first limit that is not below the value.
    private static int FindLimit(float[] limits, float value)
    {
        var at = Array.BinarySearch(limits, value);
        return at < 0 ? ~at : at;
    }

    private double Calculate(params ReadOnlySpan<(Feature Feature, float Lowest, float Highest)> known)
    {
        Span<(float, float)> ranges = stackalloc (float, float)[CandidateFeatures.Count];
        ranges.Fill((float.NegativeInfinity, float.PositiveInfinity));
        foreach (var (feature, lowest, highest) in known) ranges[(int)feature] = (lowest, highest);
        var sum = _bias;
        foreach (var tree in _trees) sum += tree.GetHighest(ranges);
        return (1 / (1 + Math.Exp(-sum))) + Margin;
    }

    private float[] GetLimits(Feature feature) =>
    [
        .. _trees.SelectMany(t => t.GetThresholds(feature)).Distinct().Order(), float.PositiveInfinity,
    ];
}
