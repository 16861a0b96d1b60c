using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Benchmarks.Fitting;

/// <summary>
/// Fits a <see cref="ConfidenceModel"/> by gradient boosting of small trees on the logistic loss (Friedman, 2001), with
/// Newton steps as in XGBoost (Chen and Guestrin, 2016). Deterministic: no sampling, one thread, ties go to the first
/// feature and the lowest threshold.
/// </summary>
internal sealed class TreeBooster
{
    private const int Trees = 150, Depth = 3, Bins = 40;
    private const double Shrinkage = 0.06, Ridge = 5, LeastInLeaf = 8, Largest = 6;

    private readonly IReadOnlyList<FitSample> _samples;
    private readonly int _features;
    private readonly Func<Feature, int> _direction;
    private readonly float[][] _edges;
    private readonly byte[][] _bins;
    private readonly double[] _weights;
    private readonly double[] _gradients;
    private readonly double[] _curvatures;

    private TreeBooster(IReadOnlyList<FitSample> samples, int features, Func<Feature, int> direction)
    {
        (_samples, _features, _direction) = (samples, features, direction);
        _edges = [.. Enumerable.Range(0, features).Select(FindEdges)];
        _bins =
        [
            .. Enumerable.Range(0, features)
                .Select(f => samples.Select(s => FindBin(f, s.Features[(Feature)f])).ToArray()),
        ];
        // So that a mean sample counts one, and the bounds below are of samples.
        var mean = samples.Average(s => s.Weight);
        _weights = [.. samples.Select(s => s.Weight / mean)];
        (_gradients, _curvatures) = (new double[samples.Count], new double[samples.Count]);
    }

    /// <summary>Fits a model.</summary>
    /// <param name="samples">What it is fitted on.</param>
    /// <param name="features">How many features, the first ones, it may use.</param>
    /// <param name="direction">Which way a feature may move the result: 1 up, −1 down, 0 either.</param>
    public static (double Bias, DecisionTree[] Trees) Fit(
        IReadOnlyList<FitSample> samples, int features, Func<Feature, int> direction) =>
        new TreeBooster(samples, features, direction).Run();

    private (double Bias, DecisionTree[] Trees) Run()
    {
        var positive = _samples.Select((s, i) => s.Label ? _weights[i] : 0).Sum() / _weights.Sum();
        var bias = Math.Round(Math.Log(positive / (1 - positive)), 4);
        var logOdds = Enumerable.Repeat(bias, _samples.Count).ToArray();
        var trees = new DecisionTree[Trees];
        for (var t = 0; t < Trees; t++)
        {
            for (var i = 0; i < logOdds.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-logOdds[i]));
                _gradients[i] = _weights[i] * ((_samples[i].Label ? 1 : 0) - p);
                _curvatures[i] = _weights[i] * p * (1 - p);
            }

            var nodes = new List<DecisionTree.Node>();
            Grow(nodes, [.. Enumerable.Range(0, _samples.Count)], Depth, new Bounds(double.MinValue, double.MaxValue));
            trees[t] = new DecisionTree([.. nodes]);
            for (var i = 0; i < logOdds.Length; i++) logOdds[i] += trees[t].GetValue(_samples[i].Features);
        }

        return (bias, trees);
    }

    private int Grow(List<DecisionTree.Node> nodes, int[] samples, int depth, Bounds bounds)
    {
        var at = nodes.Count;
        var value = (float)Math.Round(bounds.Clamp(GetLeafValue(samples)) * Shrinkage, 4);
        nodes.Add(new DecisionTree.Node(default, 0, 0, 0, value));
        if (depth == 0) return at;
        var (feature, bin) = FindSplit(samples);
        if (bin < 0) return at;

        int[] low = [.. samples.Where(i => _bins[feature][i] <= bin)];
        int[] high = [.. samples.Where(i => _bins[feature][i] > bin)];
        // What is below the middle of a directed split stays below it further down.
        var middle = bounds.Clamp((GetLeafValue(low) + GetLeafValue(high)) / 2);
        var (lowBounds, highBounds) = _direction((Feature)feature) switch
        {
            > 0 => (bounds with { Most = middle }, bounds with { Least = middle }),
            < 0 => (bounds with { Least = middle }, bounds with { Most = middle }),
            _ => (bounds, bounds),
        };
        var left = Grow(nodes, low, depth - 1, lowBounds);
        var right = Grow(nodes, high, depth - 1, highBounds);
        nodes[at] = new DecisionTree.Node((Feature)feature, _edges[feature][bin], left, right, value);
        return at;
    }

    private double GetLeafValue(int[] samples) =>
        Value(samples.Sum(i => _gradients[i]), samples.Sum(i => _curvatures[i]));

    private static double Value(double gradients, double curvatures) =>
        Math.Clamp(gradients / (curvatures + Ridge), -Largest, Largest);

    private (int Feature, int Bin) FindSplit(int[] samples)
    {
        var (best, bestGain) = ((Feature: 0, Bin: -1), 1e-6);
        var (allGradients, allCurvatures) = (samples.Sum(i => _gradients[i]), samples.Sum(i => _curvatures[i]));
        var none = Gain(allGradients, allCurvatures);
        Span<double> gradients = stackalloc double[Bins];
        Span<double> curvatures = stackalloc double[Bins];
        Span<double> weights = stackalloc double[Bins];
        for (var feature = 0; feature < _features; feature++)
        {
            gradients.Clear();
            curvatures.Clear();
            weights.Clear();
            foreach (var i in samples)
            {
                var bin = _bins[feature][i];
                gradients[bin] += _gradients[i];
                curvatures[bin] += _curvatures[i];
                weights[bin] += _weights[i];
            }

            var (leftGradients, leftCurvatures, leftWeight, allWeight) = (0d, 0d, 0d, Sum(weights));
            for (var bin = 0; bin < _edges[feature].Length; bin++)
            {
                leftGradients += gradients[bin];
                leftCurvatures += curvatures[bin];
                leftWeight += weights[bin];
                if (leftWeight < LeastInLeaf || allWeight - leftWeight < LeastInLeaf) continue;
                var (rightGradients, rightCurvatures) = (allGradients - leftGradients, allCurvatures - leftCurvatures);
                var step = Value(rightGradients, rightCurvatures) - Value(leftGradients, leftCurvatures);
                if (step * _direction((Feature)feature) < 0) continue;
                var gain = Gain(leftGradients, leftCurvatures) + Gain(rightGradients, rightCurvatures) - none;
                if (gain > bestGain + 1e-9) (best, bestGain) = ((feature, bin), gain);
            }
        }

        return best;
    }

    private static double Gain(double gradients, double curvatures) => gradients * gradients / (curvatures + Ridge);

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values) sum += value;
        return sum;
    }

    // Values between two bins; a feature of few values has few.
    private float[] FindEdges(int feature)
    {
        var values = _samples.Select(s => s.Features[(Feature)feature]).Order().ToArray();
        var edges = new SortedSet<float>();
        for (var bin = 1; bin < Bins; bin++)
        {
            var at = values.Length * bin / Bins;
            if (values[at] > values[0]) edges.Add((float)Math.Round((values[at] + LowerThan(values, at)) / 2, 4));
        }

        return [.. edges];
    }

    private static float LowerThan(float[] sorted, int at)
    {
        var value = sorted[at];
        while (at > 0 && sorted[at] >= value) at--;
        return sorted[at];
    }

    private byte FindBin(int feature, float value)
    {
        var bin = 0;
        while (bin < _edges[feature].Length && value > _edges[feature][bin]) bin++;
        return (byte)bin;
    }

    /// <summary>Between which values a leaf must stay.</summary>
    private readonly record struct Bounds(double Least, double Most)
    {
        public double Clamp(double value) => Math.Max(Least, Math.Min(Most, value));
    }
}
