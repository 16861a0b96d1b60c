using System.Runtime.CompilerServices;

namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>A sparse vector: feature ids with their values.</summary>
internal readonly struct SparseVector(int[] ids, float[] values)
{
    public ReadOnlySpan<int> Ids => ids;

    public ReadOnlySpan<float> Values => values;

    public float SquaredNorm { get; } = SumOfSquares(values);

    // These two methods dominate training after a cold start, so they are fully optimized immediately.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Dot(float[] dense)
    {
        // Four independent sums, so that additions don't wait for each other.
        float a = 0f, b = 0f, c = 0f, d = 0f;
        var i = ids;
        var v = values.AsSpan(0, i.Length);
        var at = 0;
        for (; at + 3 < i.Length; at += 4)
        {
            a += v[at] * dense[i[at]];
            b += v[at + 1] * dense[i[at + 1]];
            c += v[at + 2] * dense[i[at + 2]];
            d += v[at + 3] * dense[i[at + 3]];
        }

        for (; at < i.Length; at++) a += v[at] * dense[i[at]];
        return a + b + c + d;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(float[] dense, float factor)
    {
        for (var i = 0; i < ids.Length; i++) dense[ids[i]] += values[i] * factor;
    }

    private static float SumOfSquares(float[] values)
    {
        var sum = 0f;
        foreach (var v in values) sum += v * v;
        return sum;
    }
}
