namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// Computes one number at a time: the reference for the other kernels, and the fallback without vectors.
/// </summary>
internal sealed class ScalarKernels : EncoderKernels
{
    public override void Add(Span<float> to, ReadOnlySpan<float> row)
    {
        for (var i = 0; i < to.Length; i++) to[i] += row[i];
    }

    public override void ScaleToUnitLength(Span<float> row)
    {
        var inverse = 1 / MathF.Sqrt(Dot(row, row) + Epsilon);
        for (var i = 0; i < row.Length; i++) row[i] *= inverse;
    }

    public override void Normalize(Span<float> row, ReadOnlySpan<float> gain, ReadOnlySpan<float> bias)
    {
        Span<float> sums = stackalloc float[Lanes];
        sums.Clear();
        for (var i = 0; i < row.Length; i++) sums[i % Lanes] += row[i];
        var mean = SumLanes(sums) / row.Length;

        sums.Clear();
        for (var i = 0; i < row.Length; i++)
        {
            var difference = row[i] - mean;
            row[i] = difference;
            sums[i % Lanes] += difference * difference;
        }

        var inverse = 1 / MathF.Sqrt((SumLanes(sums) / row.Length) + Epsilon);
        for (var i = 0; i < row.Length; i++) row[i] = (row[i] * inverse * gain[i]) + bias[i];
    }

    public override void Embed(ReadOnlySpan<sbyte> piece, float scale, ReadOnlySpan<float> position, Span<float> row)
    {
        for (var i = 0; i < row.Length; i++) row[i] = (piece[i] * scale) + position[i];
    }

    public override float Quantize(ReadOnlySpan<float> row, Span<short> into)
    {
        var most = Least;
        foreach (var number in row) most = MathF.Max(most, MathF.Abs(number));
        var scale = most / Largest;
        var inverse = 1 / scale;
        for (var i = 0; i < row.Length; i++) into[i] = (short)MathF.Round(row[i] * inverse);
        return scale;
    }

    public override void ApplyGelu(Span<float> numbers)
    {
        foreach (ref var number in numbers)
        {
            var z = MathF.Abs(number) * HalfRoot;
            var t = 1 / (1 + (ErfP * z));
            var polynomial = ((((((((ErfA5 * t) + ErfA4) * t) + ErfA3) * t) + ErfA2) * t) + ErfA1) * t;
            var erf = 1 - (polynomial * Exp(-(z * z)));
            number = 0.5f * number * (1 + (number < 0 ? -erf : erf));
        }
    }

    public override void ApplySoftmax(Span<float> scores, int count)
    {
        var most = scores[0];
        for (var i = 1; i < count; i++) most = MathF.Max(most, scores[i]);

        var sum = 0f;
        for (var i = 0; i < count; i++)
        {
            scores[i] = Exp(scores[i] - most);
            sum += scores[i];
        }

        for (var i = 0; i < count; i++) scores[i] /= sum;
    }

    public override float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Span<float> sums = stackalloc float[Lanes];
        sums.Clear();
        for (var i = 0; i < a.Length; i++) sums[i % Lanes] += a[i] * b[i];
        return SumLanes(sums);
    }

    public override void AddScaled(Span<float> to, ReadOnlySpan<float> row, float factor)
    {
        for (var i = 0; i < to.Length; i++) to[i] += row[i] * factor;
    }

    public override void Multiply(
        in QuantizedMatrix matrix, ReadOnlySpan<short> rows, ReadOnlySpan<float> scales, Span<float> results)
    {
        for (var row = 0; row < scales.Length; row++)
        {
            var inputs = rows.Slice(row * matrix.Inputs, matrix.Inputs);
            for (var output = 0; output < matrix.Outputs; output++)
            {
                var index = matrix.Layout.GetIndex(output, 0);
                var sum = 0;
                for (var i = 0; i < inputs.Length; i += 2)
                {
                    sum += (matrix.Weights[index] * inputs[i]) + (matrix.Weights[index + 1] * inputs[i + 1]);
                    index += 2 * EncoderLayout.BlockRows;
                }

                var product = sum * (matrix.Scales[output] * scales[row]);
                results[(row * matrix.Outputs) + output] = product + matrix.Bias[output];
            }
        }
    }

    /// <summary>
    /// Computes e to the power of a number of at most 0, clamped to <see cref="EncoderKernels.ExpLowest"/>.
    /// </summary>
    private static float Exp(float number)
    {
        var v = MathF.Max(number, ExpLowest);
        var k = MathF.Round(v * Log2E);
        var f = (v - (k * Ln2High)) + (k * Ln2Low);
        var p = (((((((((ExpC5 * f) + ExpC4) * f) + ExpC3) * f) + ExpC2) * f) + 1) * f) + 1;
        return p * BitConverter.Int32BitsToSingle(((int)k + 127) << 23);
    }
}
