namespace PolicyBot.Knowledge.Evaluation;

/// <summary>A count and its total.</summary>
/// <param name="Count">The count; fractional if it is a mean.</param>
/// <param name="Total">The total.</param>
public readonly record struct Rate(double Count, int Total)
{
    private const double Z = 1.959964;

    /// <summary>The share, 0 to 1; 0 of 0 is 0.</summary>
    public double Share => Total == 0 ? 0 : Count / Total;

    /// <summary>The 95% interval by Wilson's score method (E. B. Wilson, JASA 22, 1927), each end 0 to 1.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Total == 0) return (0, 1);
            var spread = Z * Math.Sqrt((Share * (1 - Share) / Total) + (Z * Z / (4.0 * Total * Total)));
            var center = Share + (Z * Z / (2.0 * Total));
            var scale = 1 + (Z * Z / Total);
            return (Math.Max(0, (center - spread) / scale), Math.Min(1, (center + spread) / scale));
        }
    }
}
