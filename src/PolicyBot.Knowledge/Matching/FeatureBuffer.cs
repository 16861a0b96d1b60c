namespace PolicyBot.Knowledge.Matching;

/// <summary>Collects features; reusable.</summary>
internal sealed class FeatureBuffer
{
    private (ulong Key, float Weight)[] _items = new (ulong, float)[512];
    private int _count;

    public ReadOnlySpan<(ulong Key, float Weight)> Items => _items.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Adds a feature, unless its weight is 0.</summary>
    public void Add(ulong key, float weight)
    {
        if (weight == 0f) return;
        if (_count == _items.Length) Array.Resize(ref _items, _count * 2);
        _items[_count++] = (key, weight);
    }
}
