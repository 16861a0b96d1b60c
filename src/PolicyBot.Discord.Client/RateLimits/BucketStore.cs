namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>The buckets that are in use. Two routes of which Discord names the same bucket share it. Safe for many threads.</summary>
/// <param name="time">The clock.</param>
internal sealed class BucketStore(TimeProvider time)
{
    // Every interaction's follow-ups have buckets of their own, so idle ones are dropped now and then.
    private const int SweepAbove = 1000;

    private readonly Lock _sync = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Major), Bucket> _buckets = [];
    private int _nextSweep = SweepAbove;

    /// <summary>Gets the bucket of a route, and creates it if it's new.</summary>
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

    /// <summary>Records which bucket Discord counts a route in.</summary>
    /// <param name="route">The method and route of a request.</param>
    /// <param name="name">The name of the bucket, from the response's headers.</param>
    public void SetName(string route, string name)
    {
        lock (_sync)
        {
            var former = _names.GetValueOrDefault(route, route);
            if (former == name) return;
            _names[route] = name;
            // What is known of the route's buckets, and who waits at them, goes on under the new name.
            foreach (var (key, bucket) in _buckets.Where(b => b.Key.Name == former).ToList()) _buckets.TryAdd((name, key.Major), bucket);
        }
    }

    private void Sweep()
    {
        foreach (var key in _buckets.Where(b => b.Value.IsIdle).Select(b => b.Key).ToList()) _buckets.Remove(key);
        // Where most of them are in use, the next sweep can wait until there are many more.
        _nextSweep = Math.Max(SweepAbove, 2 * _buckets.Count);
    }
}
