namespace PolicyBot.Knowledge.Matching;

/// <summary>Rows of a sparse matrix, one behind the other: which entries a row speaks for, with a weight each.</summary>
/// <param name="starts">Where each row begins, and past the last where it ends.</param>
/// <param name="entries">The entries' numbers.</param>
/// <param name="weights">A weight each.</param>
internal sealed class SparseRows(int[] starts, int[] entries, float[] weights)
{
    public ReadOnlySpan<int> GetEntries(int row) => entries.AsSpan(starts[row], starts[row + 1] - starts[row]);

    public ReadOnlySpan<float> GetWeights(int row) => weights.AsSpan(starts[row], starts[row + 1] - starts[row]);

    public void AddTo(int row, Span<float> scores)
    {
        var to = GetEntries(row);
        var what = GetWeights(row)[..to.Length];
        for (var i = 0; i < to.Length; i++) scores[to[i]] += what[i];
    }
}
