namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>
/// The buckets in use. Routes share a bucket if Discord gives it the same name for both. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class BucketStore(TimeProvider time)
{
    // Each interaction has buckets of its own for its follow-ups, so idle buckets are removed now and then.
    private const int MaxBeforeSweep = 1000;

    private readonly Lock _sync = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string MajorParameter), Bucket> _buckets = [];
    private int _nextSweep = MaxBeforeSweep;

    /// <summary>Gets the bucket of a route, and creates it if it is new.</summary>
    /// <param name="route">The method and route of a request.</param>
    /// <param name="majorParameter">The id in its path that Discord limits separately, or "".</param>
    public Bucket Get(string route, string majorParameter)
    {
        lock (_sync)
        {
            if (_buckets.Count > _nextSweep) Sweep();
            var key = (_names.GetValueOrDefault(route, route), majorParameter);
            if (!_buckets.TryGetValue(key, out var bucket)) _buckets[key] = bucket = new Bucket(time);
            bucket.MarkUsed();
            return bucket;
        }
    }

    /// <summary>Records the bucket that Discord counts a route in.</summary>
    /// <param name="route">The method and route of a request.</param>
    /// <param name="name">The name of the bucket, from the response's headers.</param>
    public void SetName(string route, string name)
    {
        lock (_sync)
        {
            var oldName = _names.GetValueOrDefault(route, route);
            if (oldName == name) return;
            _names[route] = name;
            // The route's buckets stay in use under the new name, with their limits and waiting requests.
            foreach (var (key, bucket) in _buckets.Where(b => b.Key.Name == oldName).ToList())
                _buckets.TryAdd((name, key.MajorParameter), bucket);
        }
    }

    private void Sweep()
    {
        foreach (var key in _buckets.Where(b => b.Value.IsIdle).Select(b => b.Key).ToList()) _buckets.Remove(key);
        // If most buckets are in use, the next sweep waits until there are many more.
        _nextSweep = Math.Max(MaxBeforeSweep, 2 * _buckets.Count);
    }
}
