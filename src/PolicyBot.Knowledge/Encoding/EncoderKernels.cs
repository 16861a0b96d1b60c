namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// The encoder's arithmetic. Every implementation computes the same bits: sums of integers are exact in any order, and
/// floats are only added, subtracted, multiplied, divided, rounded and square-rooted, in the order written here. A sum
/// of floats runs in eight lanes, number i into lane i mod 8, which are then added by <see cref="SumLanes"/>.
/// </summary>
internal abstract class EncoderKernels
{
    /// <summary>Lanes of a sum of floats.</summary>
    protected const int Lanes = 8;

    /// <summary>
    /// The largest integer of a quantized input. Finer than the weights' 127 at no cost, because products are summed in
    /// 32 bits; the longest sum, of 1,536 products with 127, fits.
    /// </summary>
    protected const float Largest = 2047;

    /// <summary>The minimum scale times <see cref="Largest"/>, so that a row of zeros has a scale.</summary>
    protected const float Least = 1e-9f;

    /// <summary>Added to a variance before taking its root.</summary>
    protected const float Epsilon = 1e-12f;

    // e^x = 2^k * e^f, where k is the integer nearest to x / ln 2.
    protected const float ExpLowest = -80;
    protected const float Log2E = 1.44269504f;
    protected const float Ln2High = 0.693359375f;
    protected const float Ln2Low = 2.12194440e-4f;
    protected const float ExpC2 = 0.5f;
    protected const float ExpC3 = 0.16666667f;
    protected const float ExpC4 = 0.041666667f;
    protected const float ExpC5 = 0.0083333333f;

    // The error function by Abramowitz and Stegun, formula 7.1.26.
    protected const float HalfRoot = 0.70710678f;
    protected const float ErfP = 0.3275911f;
    protected const float ErfA1 = 0.254829592f;
    protected const float ErfA2 = -0.284496736f;
    protected const float ErfA3 = 1.421413741f;
    protected const float ErfA4 = -1.453152027f;
    protected const float ErfA5 = 1.061405429f;

    /// <summary>Adds a row to another.</summary>
    public abstract void Add(Span<float> to, ReadOnlySpan<float> row);

    /// <summary>Scales a row to unit length.</summary>
    public abstract void ScaleToUnitLength(Span<float> row);

    /// <summary>Normalizes a row to mean 0 and variance 1, then applies gain and bias.</summary>
    public abstract void Normalize(Span<float> row, ReadOnlySpan<float> gain, ReadOnlySpan<float> bias);

    /// <summary>Sums a piece's vector, its scale applied, and its position's.</summary>
    public abstract void Embed(ReadOnlySpan<sbyte> piece, float scale, ReadOnlySpan<float> position, Span<float> row);

    /// <summary>Rounds a row to integers from −<see cref="Largest"/> to <see cref="Largest"/>.</summary>
    /// <returns>The scale: the value of 1.</returns>
    public abstract float Quantize(ReadOnlySpan<float> row, Span<short> into);

    /// <summary>Applies the activation function (GELU) to each number.</summary>
    public abstract void ApplyGelu(Span<float> numbers);

    /// <summary>Turns scores into weights that sum to 1 (softmax).</summary>
    /// <param name="scores">The scores; padding up to whole lanes is overwritten.</param>
    /// <param name="count">The number of scores, at least one.</param>
    public abstract void ApplySoftmax(Span<float> scores, int count);

    /// <summary>Computes the dot product of two rows of a head.</summary>
    public abstract float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b);

    /// <summary>Adds a row times a factor to another.</summary>
    public abstract void AddScaled(Span<float> to, ReadOnlySpan<float> row, float factor);

    /// <summary>Multiplies quantized rows by a matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="rows">The rows, <see cref="QuantizedMatrix.Inputs"/> numbers each.</param>
    /// <param name="scales">The scale of each row; their number is the number of rows.</param>
    /// <param name="results">The result, <see cref="QuantizedMatrix.Outputs"/> numbers per row.</param>
    public abstract void Multiply(
        in QuantizedMatrix matrix, ReadOnlySpan<short> rows, ReadOnlySpan<float> scales, Span<float> results);

    /// <summary>Adds the eight lanes of a sum, in a fixed order.</summary>
    protected static float SumLanes(ReadOnlySpan<float> lanes) =>
        ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}
