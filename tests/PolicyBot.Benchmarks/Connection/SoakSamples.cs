namespace PolicyBot.Benchmarks.Connection;

/// <summary>Values that were read at regular times. They may vary, but not grow.</summary>
internal sealed class SoakSamples
{
    private const double Tolerance = 1.05;

    private readonly List<double> _values = [];

    /// <summary>The median of the second third.</summary>
    public double Middle => GetMedian(_values.Count / 3, _values.Count * 2 / 3);

    /// <summary>The median of the last third.</summary>
    public double Last => GetMedian(_values.Count * 2 / 3, _values.Count);

    /// <summary>The last value.</summary>
    public double Current => _values.Count == 0 ? 0 : _values[^1];

    public void Add(double value) => _values.Add(value);

    /// <summary>Whether the median of the last third is at most 5% above that of the second.</summary>
    /// <param name="slack">How much more it may be.</param>
    public bool IsFlat(double slack = 0) => Last <= (Middle * Tolerance) + slack;

    private double GetMedian(int from, int to)
    {
        var sorted = _values[from..to].Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
