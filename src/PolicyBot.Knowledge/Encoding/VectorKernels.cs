using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// Computes vectors of eight floats, lane by lane like <see cref="ScalarKernels"/>. Row lengths are multiples of eight.
/// Subclasses multiply matrices.
/// </summary>
internal abstract class VectorKernels : EncoderKernels
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(Span<float> to, ReadOnlySpan<float> row)
    {
        ref var target = ref MemoryMarshal.GetReference(to);
        ref var source = ref MemoryMarshal.GetReference(row[..to.Length]);
        for (nuint i = 0; i < (nuint)to.Length; i += Lanes)
            (Vector256.LoadUnsafe(ref target, i) + Vector256.LoadUnsafe(ref source, i)).StoreUnsafe(ref target, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ScaleToUnitLength(Span<float> row)
    {
        var inverse = Vector256.Create(1 / MathF.Sqrt(Dot(row, row) + Epsilon));
        ref var numbers = ref MemoryMarshal.GetReference(row);
        for (nuint i = 0; i < (nuint)row.Length; i += Lanes)
            (Vector256.LoadUnsafe(ref numbers, i) * inverse).StoreUnsafe(ref numbers, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Normalize(Span<float> row, ReadOnlySpan<float> gain, ReadOnlySpan<float> bias)
    {
        ref var numbers = ref MemoryMarshal.GetReference(row);
        ref var factors = ref MemoryMarshal.GetReference(gain[..row.Length]);
        ref var addends = ref MemoryMarshal.GetReference(bias[..row.Length]);
        var length = (nuint)row.Length;

        var sums = Vector256<float>.Zero;
        for (nuint i = 0; i < length; i += Lanes) sums += Vector256.LoadUnsafe(ref numbers, i);
        var mean = Vector256.Create(Sum(sums) / row.Length);

        sums = Vector256<float>.Zero;
        for (nuint i = 0; i < length; i += Lanes)
        {
            var difference = Vector256.LoadUnsafe(ref numbers, i) - mean;
            difference.StoreUnsafe(ref numbers, i);
            sums += difference * difference;
        }

        var inverse = Vector256.Create(1 / MathF.Sqrt((Sum(sums) / row.Length) + Epsilon));
        for (nuint i = 0; i < length; i += Lanes)
        {
            var scaled = Vector256.LoadUnsafe(ref numbers, i) * inverse * Vector256.LoadUnsafe(ref factors, i);
            (scaled + Vector256.LoadUnsafe(ref addends, i)).StoreUnsafe(ref numbers, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Embed(ReadOnlySpan<sbyte> piece, float scale, ReadOnlySpan<float> position, Span<float> row)
    {
        // Not worth vectors: runs once per piece, not per layer.
        for (var i = 0; i < row.Length; i++) row[i] = (piece[i] * scale) + position[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override float Quantize(ReadOnlySpan<float> row, Span<short> into)
    {
        ref var numbers = ref MemoryMarshal.GetReference(row);
        ref var rounded = ref MemoryMarshal.GetReference(into[..row.Length]);
        var length = (nuint)row.Length;

        var mosts = Vector256.Create(Least);
        for (nuint i = 0; i < length; i += Lanes)
            mosts = Vector256.Max(mosts, Vector256.Abs(Vector256.LoadUnsafe(ref numbers, i)));
        var most = Least;
        for (var lane = 0; lane < Lanes; lane++) most = MathF.Max(most, mosts[lane]);

        var scale = most / Largest;
        var inverse = Vector256.Create(1 / scale);
        for (nuint i = 0; i < length; i += 2 * Lanes)
        {
            var low = Vector256.Round(Vector256.LoadUnsafe(ref numbers, i) * inverse);
            var high = Vector256.Round(Vector256.LoadUnsafe(ref numbers, i + Lanes) * inverse);
            var whole = Vector256.Narrow(Vector256.ConvertToInt32Native(low), Vector256.ConvertToInt32Native(high));
            whole.StoreUnsafe(ref rounded, i);
        }

        return scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ApplyGelu(Span<float> numbers)
    {
        ref var all = ref MemoryMarshal.GetReference(numbers);
        var one = Vector256<float>.One;
        for (nuint i = 0; i < (nuint)numbers.Length; i += Lanes)
        {
            var number = Vector256.LoadUnsafe(ref all, i);
            var z = Vector256.Abs(number) * HalfRoot;
            var t = one / (one + (Vector256.Create(ErfP) * z));
            var polynomial = (Vector256.Create(ErfA5) * t) + Vector256.Create(ErfA4);
            polynomial = (polynomial * t) + Vector256.Create(ErfA3);
            polynomial = (polynomial * t) + Vector256.Create(ErfA2);
            polynomial = (polynomial * t) + Vector256.Create(ErfA1);
            var erf = one - (polynomial * t * Exp(-(z * z)));
            var signed = Vector256.ConditionalSelect(Vector256.LessThan(number, Vector256<float>.Zero), -erf, erf);
            (Vector256.Create(0.5f) * number * (one + signed)).StoreUnsafe(ref all, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ApplySoftmax(Span<float> scores, int count)
    {
        var most = scores[0];
        for (var i = 1; i < count; i++) most = MathF.Max(most, scores[i]);

        var end = (count + Lanes - 1) / Lanes * Lanes;
        scores[count..end].Fill(most);
        ref var all = ref MemoryMarshal.GetReference(scores);
        for (nuint i = 0; i < (nuint)end; i += Lanes)
            Exp(Vector256.LoadUnsafe(ref all, i) - Vector256.Create(most)).StoreUnsafe(ref all, i);

        var sum = 0f;
        for (var i = 0; i < count; i++) sum += scores[i];
        for (nuint i = 0; i < (nuint)end; i += Lanes)
            (Vector256.LoadUnsafe(ref all, i) / Vector256.Create(sum)).StoreUnsafe(ref all, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b[..a.Length]);
        var sums = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)a.Length; i += Lanes)
            sums += Vector256.LoadUnsafe(ref left, i) * Vector256.LoadUnsafe(ref right, i);
        return Sum(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddScaled(Span<float> to, ReadOnlySpan<float> row, float factor)
    {
        ref var target = ref MemoryMarshal.GetReference(to);
        ref var source = ref MemoryMarshal.GetReference(row[..to.Length]);
        var factors = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)to.Length; i += Lanes)
        {
            var product = Vector256.LoadUnsafe(ref source, i) * factors;
            (Vector256.LoadUnsafe(ref target, i) + product).StoreUnsafe(ref target, i);
        }
    }

    /// <summary>Like <see cref="EncoderKernels.SumLanes"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector256<float> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Exp(Vector256<float> number)
    {
        var v = Vector256.Max(number, Vector256.Create(ExpLowest));
        var k = Vector256.Round(v * Log2E);
        var f = (v - (k * Ln2High)) + (k * Ln2Low);
        var p = (Vector256.Create(ExpC5) * f) + Vector256.Create(ExpC4);
        p = (p * f) + Vector256.Create(ExpC3);
        p = (p * f) + Vector256.Create(ExpC2);
        p = (p * f) + Vector256<float>.One;
        p = (p * f) + Vector256<float>.One;
        var power = (Vector256.ConvertToInt32Native(k) + Vector256.Create(127)) << 23;
        return p * power.AsSingle();
    }
}
