namespace PolicyBot.Knowledge.Matching;

/// <summary>Collects features; reused.</summary>
internal sealed class FeatureSink
{
    private (ulong Key, float Weight)[] items = new (ulong, float)[512];
    private int count;

    public ReadOnlySpan<(ulong Key, float Weight)> Items => items.AsSpan(0, count);

    public void Clear() => count = 0;

    /// <summary>Adds a feature; one of no weight is none.</summary>
    public void Add(ulong key, float weight)
    {
        if (weight == 0f) return;
        if (count == items.Length) Array.Resize(ref items, count * 2);
        items[count++] = (key, weight);
    }
}
