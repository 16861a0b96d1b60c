namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>A sparse vector: feature ids, with a value each.</summary>
internal readonly struct SparseVector(int[] ids, float[] values)
{
    public ReadOnlySpan<int> Ids => ids;

    public ReadOnlySpan<float> Values => values;

    public float SquaredNorm { get; } = SumOfSquares(values);

    public float Dot(float[] dense)
    {
        var sum = 0f;
        for (var i = 0; i < ids.Length; i++) sum += values[i] * dense[ids[i]];
        return sum;
    }

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
