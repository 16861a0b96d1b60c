namespace PolicyBot.Knowledge.Matching;

/// <summary>Rows of a sparse matrix, one after the other: entries with their weights.</summary>
/// <param name="starts">The start of each row, and the end of the last one.</param>
/// <param name="entries">The indexes of the entries.</param>
/// <param name="weights">Their weights.</param>
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
